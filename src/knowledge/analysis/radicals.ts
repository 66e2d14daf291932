/*
 * Characters of the CJK Radicals Supplement with the ideographs that they look like (Unicode, EquivalentUnifiedIdeograph).
 * Browsers write some of them into PDF files in place of the ideographs, and NFKC leaves them as they are.
 */
const pairs =
  '⺁厂⺇几⺌小⺗心⺟母⺠民⺮竹⺼肉⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻌辶⻍辶⻎辶⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟';
const ideographs = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[2 * i], pairs[2 * i + 1]]),
);

/** The text with radicals as the ideographs that they stand for; as long as before. */
export function withoutRadicals(text: string): string {
  return /[\u2e80-\u2eff]/.test(text)
    ? text.replace(/[\u2e80-\u2eff]/g, (radical) => ideographs.get(radical) ?? radical)
    : text;
}
