import { randomNormal } from 'd3-random';
import { integer, type Rng, seeded } from '../../../../src/methods/random.ts';
import type { DefectField, DefectTable } from '../../../../src/simulation/defects/index.ts';
import type { Cell } from '../../../../src/workspace/index.ts';
import { type BenchDataset, columnsOf, measured } from './dataset.ts';

const minutes = 5;
const records = 1200;
const speeds = [1200, 1500, 1800, 2100];
const shifts = ['早班', '中班', '晚班'];

const fields: readonly DefectField[] = [
  { id: 'time', type: 'datetime', role: 'time', unit: null },
  { id: 'machine', type: 'string', role: 'group', unit: null },
  { id: 'shift', type: 'string', role: 'status', unit: null },
  { id: 'speed_setpoint', type: 'integer', role: 'setpoint', unit: 'rpm' },
  measured('speed', 'rpm'),
  measured('current', 'A'),
  measured('oil_temperature', '°C'),
  measured('oil_pressure', 'bar'),
  measured('flow', 'l/min'),
  measured('vibration', 'mm/s'),
  { id: 'humidity', type: 'integer', role: 'measurement', unit: '%' },
  measured('energy', 'kWh'),
];

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** First-order noise with standard deviation 1. */
function walk(normal: () => number, memory: number): () => number {
  let state = normal();
  return () => {
    state = memory * state + Math.sqrt(1 - memory * memory) * normal();
    return state;
  };
}

/** Four days of one machine. Every machine has its own offsets and its own programme of speeds. */
function machineRecords(rng: Rng, machine: string, start: number): Cell[][] {
  const normal = randomNormal.source(rng)(0, 1);
  const [load, oil, pump, air] = [
    walk(normal, 0.8),
    walk(normal, 0.95),
    walk(normal, 0.6),
    walk(normal, 0.98),
  ];
  const offset = {
    oil: normal(),
    current: 0.3 * normal(),
    pressure: 0.05 * normal(),
    vibration: 0.1 * normal(),
  };
  let speed = speeds[integer(rng, 0, speeds.length - 1)] ?? 1500;
  let hold = integer(rng, 20, 80);
  let energy = integer(rng, 1000, 9000);
  return Array.from({ length: records }, (_, step) => {
    hold -= 1;
    if (hold <= 0) {
      speed = speeds[integer(rng, 0, speeds.length - 1)] ?? 1500;
      hold = integer(rng, 20, 80);
    }
    const at = new Date(start + step * minutes * 60_000);
    const hour = at.getUTCHours() + at.getUTCMinutes() / 60;
    const day = Math.sin(((hour - 9) / 24) * 2 * Math.PI);
    const pressure = 6 + offset.pressure + 0.15 * pump();
    const current = 4 + offset.current + speed / 300 + 0.8 * load() + 0.05 * normal();
    energy += (current * 0.38 * minutes) / 60;
    return [
      at.toISOString().slice(0, 19),
      machine,
      shifts[Math.floor(((hour + 18) % 24) / 8)] ?? null,
      speed,
      round(speed * (1 + 0.002 * normal()), 0),
      round(current, 2),
      round(52 + offset.oil + 2 * day + 1.2 * oil() + 0.1 * normal(), 1),
      round(pressure, 2),
      round(18 * Math.sqrt(pressure) + 0.1 * normal(), 1),
      round(Math.exp(0.3 + offset.vibration + 0.25 * normal()) * (speed / 1500), 3),
      Math.round(45 - 5 * day + 3 * air()),
      round(energy, 1),
    ];
  });
}

async function makeLine(seed: number): Promise<DefectTable> {
  const rng = seeded(seed);
  const start = Date.UTC(2025, integer(rng, 0, 11), integer(rng, 1, 20), 6);
  const machines = Array.from({ length: integer(rng, 5, 10) }, (_, place) =>
    machineRecords(rng, `M${place + 1}`, start),
  );
  const rows = Array.from({ length: records }, (_, step) => machines.map((own) => own[step] ?? [])).flat();
  return { fields, columns: columnsOf(fields, rows), ordered: true };
}

/**
 * Five to ten machines every five minutes, with what real lines have and no defect is: setpoints that move in steps, a
 * daily cycle, noise with a memory, heavy tails, coarse readings, a counter, and signals that move together.
 */
export const sensorLine: BenchDataset = {
  id: 'sensor-line',
  simulated: true,
  reported: true,
  ranges: {
    speed: { min: 0, max: 3000 },
    current: { min: 0, max: 50 },
    oil_temperature: { min: -20, max: 120 },
    oil_pressure: { min: 0, max: 16 },
    humidity: { min: 0, max: 100 },
  },
  available: () => true,
  make: makeLine,
};
