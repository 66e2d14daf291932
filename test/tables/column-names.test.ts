import { describe, expect, test } from 'vitest';
import { fieldIds, readName } from '../../src/tables/column-names.ts';
import { ucumCode } from '../../src/tables/units.ts';

describe('names of columns', () => {
  test.each<[string, string, string | null, string | null]>([
    ['Air temperature [K]', 'air_temperature', 'K', 'K'],
    ['Tempering temperature (ºC)', 'tempering_temperature', 'ºC', 'Cel'],
    ['C (%wt)', 'c', '%wt', '%'],
    ['Initial hardness (HRC) - post quenching', 'initial_hardness_post_quenching', 'HRC', null],
    ['Tool wear [min]', 'tool_wear', 'min', 'min'],
    ['Torque [N m]', 'torque', 'N m', 'N.m'],
    ['主轴转速 [rpm]', '主轴转速', 'rpm', '{rev}/min'],
    ['温度（℃）', '温度', '℃', 'Cel'],
    ['压力（兆帕）', '压力', '兆帕', 'MPa'],
    ['进给速度【毫米/分】', '进给速度', '毫米/分', 'mm/min'],
    ['压力/MPa', '压力', 'MPa', 'MPa'],
    ['Level [dB(A)]', 'level', 'dB(A)', 'dB[SPL]'],
    ['spindle_rpm', 'spindle_rpm', 'rpm', '{rev}/min'],
    ['Usage_kWh', 'usage_kwh', 'kWh', 'kW.h'],
    ['torque_min', 'torque_min', null, null],
    ['Zeit [MEZ]', 'zeit_mez', null, null],
    ['load (left)', 'load_left', null, null],
    ['pass/fail', 'pass_fail', null, null],
    ['合格/不合格', '合格_不合格', null, null],
    ['[K]', 'k', null, null],
    ['Type', 'type', null, null],
  ])('%s', (name, id, symbol, ucum) => {
    const read = readName(name);
    expect(fieldIds([read.bare])).toEqual([id]);
    expect(read.unit).toEqual(symbol === null ? null : { symbol, ucum, from: 'name' });
  });

  test('ids are unique, and never those that the engine means something by', () => {
    expect(fieldIds(['A', 'a', 'a 2', 'row', '%', ''])).toEqual([
      ...['a', 'a_2', 'a_2_2', 'row_2', 'column_5', 'column_6'],
    ]);
  });
});

describe('units', () => {
  test.each([
    ['毫米', 'mm'],
    ['摄氏度', 'Cel'],
    ['转/分', '{rev}/min'],
    ['N·m', 'N.m'],
    ['µm', 'um'],
    ['μm', 'um'],
    ['m/s²', 'm/s2'],
    ['Ω', 'Ohm'],
    ['HV', null],
    ['furlong', undefined],
    ['', undefined],
  ])('%s', (symbol, code) => {
    expect(ucumCode(symbol)).toBe(code);
  });
});
