import type { Lang } from '../../domain/lang.js';
import { RULES, USABLE } from '../../domain/plan/rules/index.js';
import type { Severity } from '../../domain/plan/rules/index.js';
import type { CheckedFolder, LocatedFinding } from '../../planfiles/index.js';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS): what editors and code hosts show beside the line. Rules that were not asked are notifications. */
export function sarifLog({ findings, skipped }: CheckedFolder, lang: Lang): object {
  const rules = [USABLE, ...RULES];
  const indexOf = (id: string) => rules.findIndex((rule) => rule.id === id);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'muster plan check',
            rules: rules.map(({ id, title, basis }) => ({
              id,
              shortDescription: { text: title[lang] },
              help: { text: `${basis.document[lang]}${basis.clause === undefined ? '' : ` ${basis.clause[lang]}`}` },
              properties: { kind: basis.kind },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        language: lang,
        results: findings.map((finding) => result(finding, indexOf(finding.rule), lang)),
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: skipped.map(({ rule, reason }) => ({
              level: 'note',
              message: { text: reason[lang] },
              associatedRule: { id: rule, index: indexOf(rule) },
            })),
          },
        ],
      },
    ],
  };
}

function result(
  { rule, severity, found, todo, file, line, column, path }: LocatedFinding,
  ruleIndex: number,
  lang: Lang,
): object {
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${found[lang]} → ${todo[lang]}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
          region: { startLine: line, startColumn: column },
        },
        ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
  };
}
