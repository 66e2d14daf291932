import { repairDataset } from '../../../src/repair.ts';

/** Run as a program: repairs `line`, and is killed at the moment that a step of this name begins. */
const [plant = '', task = ''] = process.argv.slice(2);

await repairDataset(plant, 'line', 'all', {
  onProgress: (progress) => {
    if (progress.task === task) process.kill(process.pid, 'SIGKILL');
  },
});
