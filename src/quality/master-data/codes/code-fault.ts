/** What is wrong with a code: number of characters, one that may not occur, its check character, its form as a whole. */
export type CodeFault = 'length' | 'characters' | 'check_character' | 'form';
