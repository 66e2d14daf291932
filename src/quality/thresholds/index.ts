import type { LabelThresholds } from './labels.ts';
import type { LevelThresholds } from './levels.ts';
import type { RecordThresholds } from './records.ts';
import type { RelationThresholds } from './relations.ts';
import type { SamplingLimits } from './sampling.ts';
import type { SensorThresholds } from './sensors.ts';
import type { TimeThresholds } from './times.ts';
import type { ValueThresholds } from './values.ts';

/** Numbers from which findings begin; each finding rule and detector reads its own from the profile. */
export interface Thresholds
  extends SamplingLimits,
    RecordThresholds,
    ValueThresholds,
    RelationThresholds,
    LabelThresholds,
    TimeThresholds,
    SensorThresholds,
    LevelThresholds {}
