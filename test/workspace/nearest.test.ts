import { expect, test } from 'vitest';
import { nearest } from '../../src/workspace/index.ts';

test.each([
  ['temperng', ['tempering', 'bearing', 'machining-line'], ['tempering']],
  ['torqeu', ['torque', 'tool_wear'], ['torque']],
  [
    'temperature',
    ['air_temperature', 'torque', 'process_temperature'],
    ['air_temperature', 'process_temperature'],
  ],
  ['主轴转数', ['主轴转速', '扭矩'], ['主轴转速']],
  ['xyz', ['tempering', 'bearing'], []],
  ['', ['a'], []],
])('%s means %j of which %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toEqual(expected);
});
