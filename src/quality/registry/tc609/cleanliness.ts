import type { Sentence } from '../../../workspace/index.ts';
import { dimensionOf, type Indicator } from '../indicator.ts';

type Item = readonly [name: Sentence, formula: Sentence, lowerIsBetter?: true];

/** Items of indicator 0208 for one modality; ids count on from `prefix` + 01. */
function modality(
  prefix: string,
  name: Sentence,
  reason: string,
  items: readonly Item[],
): readonly Indicator[] {
  return dimensionOf(
    {
      standard: 'TC609-5-2025-04',
      part: 'annex',
      basis: 'unverified',
      dimension: { zh: `内容干净性：${name.zh}`, en: `Cleanliness of content: ${name.en}` },
      source: {
        zh: '编号与英文名仅见于一个开源评测工具，公式为本项目的理解',
        en: 'id and name from one open evaluation tool only; the formula is our reading',
      },
    },
    items.map(([itemName, formula, lowerIsBetter], place) => ({
      id: `${prefix}${String(place + 1).padStart(2, '0')}`,
      name: itemName,
      formula,
      inputs: ['other_modality'],
      reasons: [reason],
      ...(lowerIsBetter ? { direction: 'lower_is_better' } : {}),
    })),
  );
}

const enough = (zh: string, en: string): Sentence => ({
  zh: `${zh}达到要求的文件数 / 文件数`,
  en: `files whose ${en} suffices / files`,
});

const text: readonly Item[] = [
  [
    { zh: '困惑度', en: 'Perplexity' },
    { zh: '语言模型对文本的困惑度', en: 'perplexity of a language model on the text' },
    true,
  ],
  [
    { zh: '知识信息密度', en: 'Density of knowledge' },
    { zh: '承载信息的词数 / 词数', en: 'words that carry information / words' },
  ],
  [
    { zh: '重复内容', en: 'Repeated content' },
    { zh: '重复的片段数 / 片段数', en: 'repeated passages / passages' },
    true,
  ],
  [
    { zh: '文本完整', en: 'Completeness of text' },
    { zh: '完整的文本数 / 文本数', en: 'complete texts / texts' },
  ],
  [
    { zh: '信息缺失', en: 'Missing information' },
    { zh: '缺失信息的文本数 / 文本数', en: 'texts that lack information / texts' },
    true,
  ],
  [
    { zh: '纯净度', en: 'Purity' },
    {
      zh: '无杂质（标记、乱码、水印）的文本数 / 文本数',
      en: 'texts without markup, garbage or watermarks / texts',
    },
  ],
  [
    { zh: '连贯性', en: 'Coherence' },
    { zh: '语句连贯的文本数 / 文本数', en: 'coherent texts / texts' },
  ],
];

const image: readonly Item[] = [
  [{ zh: '图像分辨率', en: 'Image resolution' }, enough('分辨率', 'resolution')],
  [
    { zh: '图像重复', en: 'Repeated images' },
    { zh: '重复的图像数 / 图像数', en: 'repeated images / images' },
    true,
  ],
  [{ zh: '图像信噪比', en: 'Signal to noise of images' }, enough('信噪比', 'signal-to-noise ratio')],
  [{ zh: '图像清晰度', en: 'Sharpness of images' }, enough('清晰度', 'sharpness')],
];

const video: readonly Item[] = [
  [{ zh: '视频分辨率', en: 'Video resolution' }, enough('分辨率', 'resolution')],
  [
    { zh: '视频重复', en: 'Repeated videos' },
    { zh: '重复的视频数 / 视频数', en: 'repeated videos / videos' },
    true,
  ],
  [{ zh: '视频帧率', en: 'Frame rate' }, enough('帧率', 'frame rate')],
  [{ zh: '视频时长', en: 'Length of videos' }, enough('时长', 'length')],
  [{ zh: '视频清晰度', en: 'Sharpness of videos' }, enough('清晰度', 'sharpness')],
  [{ zh: '视频动态范围', en: 'Dynamic range of videos' }, enough('动态范围', 'dynamic range')],
];

const audio: readonly Item[] = [
  [{ zh: '音频信噪比', en: 'Signal to noise of audio' }, enough('信噪比', 'signal-to-noise ratio')],
  [{ zh: '信号失真比', en: 'Signal to distortion' }, enough('信号失真比', 'signal-to-distortion ratio')],
  [{ zh: '音频采样率', en: 'Sampling rate of audio' }, enough('采样率', 'sampling rate')],
  [{ zh: '音频位深', en: 'Bit depth of audio' }, enough('位深', 'bit depth')],
  [{ zh: '音频码率', en: 'Bit rate of audio' }, enough('码率', 'bit rate')],
  [{ zh: '音频时长', en: 'Length of audio' }, enough('时长', 'length')],
];

/** The 23 items of the annex on indicator 0208: none is about tables or time series. */
export const tc609Cleanliness: readonly Indicator[] = [
  ...modality('020801', { zh: '文本', en: 'text' }, 'for_text', text),
  ...modality('020802', { zh: '图像', en: 'images' }, 'for_images', image),
  ...modality('020803', { zh: '视频', en: 'video' }, 'for_video', video),
  ...modality('020804', { zh: '音频', en: 'audio' }, 'for_audio', audio),
];
