import { type OnProgress, type Text, type Workspace, ZhujiError } from '../src/workspace/index.ts';
import type { Arm } from './arms/index.ts';
import { hashOf } from './hash.ts';
import { pool } from './pool.ts';
import { requireArms, requireCount, requireDatasets } from './preflight.ts';
import { type Manifest, type Results, resultsSchema, type Trial } from './results.ts';
import { openRunLog, type RunLog } from './run-log.ts';
import { checkScenario, type Item, type Scenario } from './scenarios/index.ts';
import { scorers } from './scorers/index.ts';
import type { OpenSubject, Subject } from './subject.ts';
import { summarise } from './summarise.ts';

export interface Evaluation {
  readonly scenario: Scenario;
  readonly workspace: Workspace;
  /** The first is the one that the others are compared with. */
  readonly arms: readonly Arm[];
  readonly open: OpenSubject;
  /** Where the run's log and manifest are kept. */
  readonly folder: string;
  /** How often each item is asked under each arm. */
  readonly trials?: number;
  /** Of the resampling. */
  readonly seed?: number;
  /** Go on with what an earlier run in `folder` left; only what is missing or failed is asked. */
  readonly resume?: boolean;
  /** Questions asked at once; default 2. */
  readonly parallel?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/**
 * Asks every item under every arm and compares the arms by item. Only the workspace differs between arms: prompt,
 * tools, items and model are hashed, and arms in which they differ are refused. What can be known to be wrong is refused
 * before the first question. Errors: `invalid_argument`; `invalid_metadata` for a scenario that cannot be run;
 * `not_found` for a dataset that the workspace lacks; `stale` and `denied` of the log; the signal's reason.
 */
export async function evaluate(evaluation: Evaluation): Promise<Results> {
  const { scenario, workspace, arms, trials = 1, seed = 1 } = evaluation;
  checkScenario(scenario, `scenario "${scenario.id}"`);
  requireDatasets(scenario, workspace);
  requireArms(arms);
  requireCount(trials, 'trials');
  requireCount(evaluation.parallel ?? defaultParallel, 'parallel');
  const startedAt = new Date().toISOString();
  const subjects = new Map<Arm, Subject>();
  try {
    for (const arm of arms) subjects.set(arm, await evaluation.open(arm.apply(workspace)));
    const manifest: Manifest = {
      scenario: scenario.id,
      agent: scenario.agent,
      ...commonGround([...subjects.values()], scenario),
      trials,
      seed,
      data: workspace.catalog.entries().map(({ id, hash }) => ({ id, hash })),
    };
    const log = await openRunLog(evaluation.folder, manifest, evaluation.resume ?? false);
    const done = await askAll(evaluation, subjects, trials, log);
    return resultsSchema.parse({
      schemaVersion: '1',
      title: scenario.title,
      manifest,
      startedAt,
      ...summarise(scenario, arms, done, seed),
      trials: done,
    });
  } finally {
    await Promise.all([...subjects.values()].map((subject) => subject.close()));
  }
}

const defaultParallel = 2;

/** Model and hashes that all arms share. */
function commonGround(
  subjects: readonly Subject[],
  { items, scorer }: Scenario,
): Pick<Manifest, 'model' | 'hashes'> {
  const [first, ...others] = subjects;
  if (!first)
    throw new ZhujiError('invalid_argument', {
      en: 'An evaluation needs at least one arm',
      zh: '评测至少需要一个实验组',
    });
  const ground = (subject: Subject) => JSON.stringify([subject.model, subject.hashes]);
  if (others.some((subject) => ground(subject) !== ground(first))) {
    throw new ZhujiError('invalid_argument', {
      en: 'The arms differ in prompt, tools or model, so their scores must not be compared',
      zh: '各实验组的提示词、工具或模型不一致，得分不可比较',
    });
  }
  return { model: first.model, hashes: { ...first.hashes, items: hashOf([scorer, items]) } };
}

async function askAll(
  { scenario, signal = new AbortController().signal, parallel = defaultParallel, onProgress }: Evaluation,
  subjects: ReadonlyMap<Arm, Subject>,
  trials: number,
  log: RunLog,
): Promise<Trial[]> {
  const logged = new Map(log.done.map((trial) => [keyOf(trial), trial]));
  const plan = scenario.items.flatMap((item) =>
    [...subjects].flatMap(([arm, subject]) =>
      Array.from({ length: trials }, (_, trial) => ({ arm: arm.id, item, trial, subject })),
    ),
  );
  const key = (step: (typeof plan)[number]) =>
    keyOf({ arm: step.arm, item: step.item.id, trial: step.trial });
  // Of those logged only the planned: the log may hold arms and trials that this run does not want.
  const results = new Map<string, Trial>();
  for (const step of plan) {
    const trial = logged.get(key(step));
    if (trial) results.set(key(step), trial);
  }
  const report = () => onProgress?.({ task: scenario.id, done: results.size, total: plan.length });
  report();
  const missing = plan.filter((step) => !results.has(key(step)));
  await pool(missing, parallel, signal, async (step) => {
    const trial = await askOnce(step, scenario, signal);
    await log.append(trial);
    results.set(key(step), trial);
    report();
  });
  return plan.flatMap((step) => results.get(key(step)) ?? []);
}

const keyOf = ({ arm, item, trial }: Pick<Trial, 'arm' | 'item' | 'trial'>) =>
  JSON.stringify([arm, item, trial]);

async function askOnce(
  { arm, item, trial, subject }: { arm: string; item: Item; trial: number; subject: Subject },
  scenario: Scenario,
  signal: AbortSignal,
): Promise<Trial> {
  const start = performance.now();
  try {
    const reply = await subject.ask(item.question, signal);
    const { value, abstained, note } = scorers[scenario.scorer].score(reply.answer, item.truth);
    const milliseconds = Math.round(performance.now() - start);
    const { text, toolCalls, tokens } = reply;
    return {
      status: 'scored',
      arm,
      item: item.id,
      trial,
      score: value,
      abstained,
      note,
      text,
      toolCalls,
      tokens,
      milliseconds,
    };
  } catch (error) {
    signal.throwIfAborted();
    return {
      status: 'error',
      arm,
      item: item.id,
      trial,
      ...failureOf(error),
    };
  }
}

function failureOf(error: unknown): { code: string; message: Text } {
  if (ZhujiError.is(error)) {
    return { code: error.code, message: { en: error.in('en').message, zh: error.in('zh').message } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: { en: message, zh: message } };
}
