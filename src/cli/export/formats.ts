import { stringify } from 'yaml';
import {
  type AssessmentInputs,
  assess,
  assessmentBundle,
  dcmmFiles,
  dcmmMarkdown,
  exportCroissant,
  exportDcmm,
  exportDqv,
  exportOdcs,
  exportOpenLineage,
  formMarkdown,
  withManifest,
} from '../../quality/exports/index.ts';
import type { DatasetEntry, Language, QualityReport } from '../../workspace/index.ts';

export const exportFormats = ['dqv', 'croissant-quality', 'openlineage', 'odcs', 'tc609', 'dcmm'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportSource extends AssessmentInputs {
  readonly report: QualityReport;
  readonly entry: DatasetEntry;
  /** The dataset's croissant.json. */
  readonly croissant: Readonly<Record<string, unknown>>;
}

/** What a format makes of a report. */
export interface Exported {
  /** For `--json`. */
  readonly document: unknown;
  /** For the terminal, and for a single file; `file`: its name, which may ask for another notation. */
  text(language: Language, file?: string): string;
  /** Files of a folder, where the format is one. */
  readonly files?: Readonly<Record<string, string>>;
}

function singleDocument(document: unknown): Exported {
  return { document, text: () => JSON.stringify(document, null, 2) };
}

/** Contracts are written in YAML, unless the file is named otherwise. */
function contract(document: unknown): Exported {
  return {
    document,
    text: (_language, file) =>
      file?.toLowerCase().endsWith('.json')
        ? JSON.stringify(document, null, 2)
        : stringify(document, { aliasDuplicateObjects: false }).trimEnd(),
  };
}

function assessment(source: ExportSource): Exported {
  const { croissant, report } = source;
  const form = assess(source);
  const { id, hash } = form.dataset;
  const subject = {
    standard: form.standard,
    dataset: { id, hash },
    tool: report.tool,
    measuredAt: report.measuredAt,
  };
  return {
    document: form,
    text: (language) => formMarkdown(form, language).trimEnd(),
    files: withManifest(subject, assessmentBundle(form, source, croissant)),
  };
}

function maturity(source: ExportSource): Exported {
  const evidence = exportDcmm(source);
  const { standard, dataset, tool, measuredAt } = evidence;
  return {
    document: evidence,
    text: (language) => dcmmMarkdown(evidence, language).trimEnd(),
    files: withManifest({ standard, dataset, tool, measuredAt }, dcmmFiles(evidence)),
  };
}

export const exporters: Readonly<Record<ExportFormat, (source: ExportSource) => Exported>> = {
  dqv: ({ report, entry }) => singleDocument(exportDqv(report, entry)),
  'croissant-quality': ({ report, entry, croissant }) =>
    singleDocument(exportCroissant(report, entry, croissant)),
  openlineage: ({ report, entry }) => singleDocument(exportOpenLineage(report, entry)),
  odcs: ({ report, entry }) => contract(exportOdcs(report, entry)),
  tc609: assessment,
  dcmm: maturity,
};
