/** Words that carry no subject: function words, and the words that questions are made of. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are aren as at be because been before being below between
  both but by can cannot could couldn did didn do does doesn doing don down during each either few for from further had
  hadn has hasn have haven having he her here hers him his how i if in into is isn it its itself just let me might more
  most must my no nor not now of off on once only onto or other ought our out over own per please same shall she should
  so some such tell than that the their them then there these they this those through to too under until up upon us
  very was wasn we were weren what when where whether which while who whom whose why will with within without won would
  you your s t d ll m re ve
  的 了 着 过 地 得 之 其 是 在 和 与 及 或 而 且 但 并 把 被 让 使 将 向 从 由 对 对于 关于 于 以 以及 为 为了 因 因为 所以 如果
  则 若 就 也 都 还 又 很 太 最 更 已 已经 正在 会 能 能够 可 可以 应 应该 应当 须 必须 需 需要 要 想 请 请问 吗 呢 吧 啊 呀 哪 哪些
  哪个 哪里 哪种 什么 怎么 怎样 怎么样 怎么办 如何 为何 为什么 是否 是不是 多少 几 何 何时 谁 这 这个 这些 那 那个 那些 此 该 本 我 我们 你
  你们 您 他 她 它 他们 它们 有 没有 无 不 没 个 种 些 一 一个 一些 等 等等 时 时候 上 下 中 里 内 外 前 后 来 去 到 用 做 进行 通过 根据 按照`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
