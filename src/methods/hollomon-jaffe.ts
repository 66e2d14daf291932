/**
 * Tempering: time and temperature as one number. J. H. Hollomon, L. D. Jaffe, Time-temperature relations in
 * tempering steel, Trans. AIME 162 (1945) 223–249: P = T (C + log10 t), T in kelvin. C belongs to the unit of t; all
 * here is in hours (C near 20 for most carbon and low-alloy steels).
 */
const zeroCelsius = 273.15;

/** Hollomon–Jaffe parameter of `time` h at `temperature` °C. */
export function hollomonJaffe(temperature: number, time: number, constant: number): number {
  return (temperature + zeroCelsius) * (constant + Math.log10(time));
}

/** Temperature in °C that reaches `parameter` in `time` h. */
export function temperatureFor(parameter: number, time: number, constant: number): number {
  return parameter / (constant + Math.log10(time)) - zeroCelsius;
}

/** Time in h that reaches `parameter` at `temperature` °C. */
export function timeFor(parameter: number, temperature: number, constant: number): number {
  return 10 ** (parameter / (temperature + zeroCelsius) - constant);
}

/** Temperature in °C that tempers in `to` h as much as `temperature` °C does in `from` h. */
export function equivalentTemperature(
  temperature: number,
  from: number,
  to: number,
  constant: number,
): number {
  return temperatureFor(hollomonJaffe(temperature, from, constant), to, constant);
}

/** Time in h that tempers at `to` °C as much as `time` h does at `from` °C. */
export function equivalentTime(time: number, from: number, to: number, constant: number): number {
  return timeFor(hollomonJaffe(from, time, constant), to, constant);
}
