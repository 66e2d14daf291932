import { parameterTable, type Words } from './parameter-table.ts';
import { steels, type TemperingParameters } from './parameters.ts';

const en: Words = {
  header: '| Parameter | Value | Unit | Note |',
  temperatureMin: ['lowest tempering temperature', 'below it stresses are not relieved enough'],
  temperatureMax: ['highest tempering temperature', 'keeps a distance from Ac1 of all grades'],
  timeMin: ['shortest time at temperature', 'a shorter time does not heat the section through'],
  timeMax: ['longest time at temperature', 'end of the trials; no experience beyond it'],
  brittleMin: ['start of the embrittlement range', 'tempered martensite embrittlement'],
  brittleMax: ['end of the embrittlement range', 'avoid the range for parts under impact'],
  constant: ['Hollomon–Jaffe constant C', 'for time in hours; one value for all grades of the shop'],
  tolerance: ['permitted deviation from the target hardness', 'either way, mean of three readings'],
};

/** The process specification in English. */
export function english(dataset: string, parameters: TemperingParameters): string {
  const grades = steels.map(({ name }) => name);
  return `---
title: "Tempering of quenched steels: process specification"
language: en
datasets: [${dataset}]
---
# Tempering of quenched steels: process specification

## Purpose and scope

This specification holds for the tempering of parts that were quenched to martensite, of the grades ${grades.join(', ')}.
It says within which limits temperature and time are chosen, and how the choice is founded on the trials of the shop.
Case-hardened and austempered parts are not covered.

## Process parameters

${parameterTable(en, parameters)}

## Choosing temperature and time

1. Take the grade, the target hardness and the time at temperature from the order. Where the order states no time, ask.
2. Take the trials of the same grade. Do not use trials of another grade, even of similar carbon content.
3. Convert between times with the Hollomon–Jaffe parameter P = (T + 273.15) · (C + log10 t), T in °C, t in h. The higher
   P, the softer the part. Trials at the same time as the order are the better evidence.
4. Choose the temperature at which the trials give the target hardness. Do not extrapolate: where no trial reaches the
   target hardness, the order goes back to process engineering.
5. Keep within the limits of the table. A temperature within the embrittlement range needs the consent of process
   engineering; a neighbouring temperature outside the range with another time is often possible.

Grades with molybdenum, and chromium above 1 %, soften more slowly between 500 and 600 °C (secondary hardening). There the
parameter alone is a poor guide, and only trials of the grade itself count.

## Carrying out

1. Temper within two hours after quenching, before the part has cooled below 60 °C, lest it cracks.
2. The time counts from when the slowest thermocouple on the charge reaches the set temperature.
3. Cool parts of chromium, manganese and chromium–nickel grades quickly after tempering above 450 °C, in oil or moving air.
   Slow cooling between 550 and 450 °C brings on temper embrittlement.
4. Measure the hardness at three places after the scale has been ground off. Readings below 20 HRC are not valid on this
   scale; use HBW instead.
5. Where the part is too hard, temper it again at a higher temperature. Where it is too soft, harden it anew.

## Safety

Wear heat protection at the furnace. Dry all tools and parts before they touch a salt bath. Oil may catch fire when hot
parts are put in: keep the extinguisher at hand, and never use water.

## References

- ISO 6508-1, Metallic materials: Rockwell hardness test, Part 1: Test method
- ISO 683-1, Heat-treatable steels, alloy steels and free-cutting steels, Part 1: Non-alloy steels for quenching and tempering
- J. H. Hollomon, L. D. Jaffe: Time-temperature relations in tempering steel, Trans. AIME 162 (1945)
`;
}
