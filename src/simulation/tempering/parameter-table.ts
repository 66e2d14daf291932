import type { TemperingParameters } from './parameters.ts';

/** Names and notes of the table's rows in one language. */
export interface Words {
  readonly header: string;
  readonly temperatureMin: readonly [name: string, note: string];
  readonly temperatureMax: readonly [name: string, note: string];
  readonly timeMin: readonly [name: string, note: string];
  readonly timeMax: readonly [name: string, note: string];
  readonly brittleMin: readonly [name: string, note: string];
  readonly brittleMax: readonly [name: string, note: string];
  readonly constant: readonly [name: string, note: string];
  readonly tolerance: readonly [name: string, note: string];
}

export function parameterTable(words: Words, parameters: TemperingParameters): string {
  const row = (code: string, [name, note]: readonly [string, string], value: number, unit: string) =>
    `| \`${code}\` ${name} | ${value} | ${unit} | ${note} |`;
  return [
    words.header,
    '|---|---|---|---|',
    row('tempering_temperature_min', words.temperatureMin, parameters.temperatureMin, '°C'),
    row('tempering_temperature_max', words.temperatureMax, parameters.temperatureMax, '°C'),
    row('tempering_time_min', words.timeMin, parameters.timeMin, 'h'),
    row('tempering_time_max', words.timeMax, parameters.timeMax, 'h'),
    row('temper_embrittlement_min', words.brittleMin, parameters.embrittlement.min, '°C'),
    row('temper_embrittlement_max', words.brittleMax, parameters.embrittlement.max, '°C'),
    row('hollomon_jaffe_constant', words.constant, parameters.constant, '1'),
    row('hardness_tolerance', words.tolerance, parameters.tolerance, 'HRC'),
  ].join('\n');
}
