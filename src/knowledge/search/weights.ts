/*
 * What counts how much in a ranking. Compared on three public sets (English abstracts, Chinese reading comprehension,
 * Chinese news), on none of them alone.
 */

/** Identifiers mean one thing. */
export const idWeight = 2;
/** A word of the other language beside a word of the question. */
export const translatedWeight = 0.8;
/** Share of a translation that must be there: `treatment` alone is not 热处理. */
export const mostOfIt = 0.6;

/** How many passages are looked at closely, best first by words. */
export const pool = 50;

/** How many more, nearest by meaning, where a collection has vectors. */
export const nearest = 50;

/** Feedback: terms of the best passages that are added to the question (Lavrenko and Croft, 2001; RM3). */
export const feedback = {
  passages: 10,
  terms: 40,
  /** Share of the added terms in the question. */
  share: 0.6,
  /** Power of a passage's score, relative to the best, that says how much it is believed. */
  trust: 12,
};
