import { knownFactsWithSource } from '../../domain/incident/index.js';
import type { IncidentEvent } from '../../domain/incident/index.js';
import { isUnknown } from '../../domain/metrics/index.js';
import type { FactId } from '../../domain/plan/compiled.js';
import { confidenceWords, statementWords } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { statementsIn } from '../tellings.js';
import type { ReportContext } from './context.js';
import { otherReports } from './otherReports.js';
import { sub } from './section.js';
import type { Content, Own } from './section.js';

type KnownFact = ReturnType<typeof knownFactsWithSource>[number];

/** What says that people were harmed, and what a loss in money. */
const CASUALTIES: FactId[] = ['deaths', 'seriousInjuries', 'healthHarm'];
const LOSSES: FactId[] = ['directLossCNY', 'directLossEUR'];

/** Figures with their source and their time, whether people were harmed, and what was said of it besides. */
export function impact(context: ReportContext, own: Own): Content {
  const { sectionWords, state } = context;
  const { headings } = sectionWords;
  const known = knownFactsWithSource(state);
  const ids = known.map(({ fact }) => fact);
  const harmed = known.some(({ fact, value }) => CASUALTIES.includes(fact) && value !== 0 && value !== false);
  const loss = LOSSES.some((fact) => ids.includes(fact)) || own.given;
  return {
    blocks: [],
    sections: [
      sub(
        headings.known,
        known.length === 0 ? paragraph(sectionWords.impact.noFact) : facts(context, known),
        ...lasted(context),
        ...(loss ? [] : [paragraph(sectionWords.impact.noLoss)]),
        ...(harmed ? [] : [paragraph(sectionWords.impact.noCasualties)]),
      ),
      sub(headings.told, ...told(context)),
    ],
  };
}

function facts(context: ReportContext, known: KnownFact[]): Block {
  const { words, sectionWords, names, lang, say, tables, events } = context;
  const { columns } = sectionWords;
  const rows = known.map(({ fact, value, seq }) => {
    const event = events.find((one) => one.seq === seq);
    return [
      names.fact(fact, lang),
      say.factValue(fact, value),
      event === undefined ? words.blank : sourceOf(context, event),
      context.timeCell(event?.type === 'factAdded' ? (event.observedAt ?? event.at) : event?.at),
    ];
  });
  return tables.table(
    sectionWords.captions.facts,
    [
      { heading: columns.fact, width: 32 },
      { heading: columns.value, width: 18 },
      { heading: columns.source, width: 30 },
      { heading: columns.asOf, width: 20 },
    ],
    rows,
  );
}

function sourceOf({ sectionWords, say, lang }: ReportContext, event: IncidentEvent): string {
  const seq = sectionWords.event(event.seq);
  if (event.type === 'factAdded')
    return [say.quote(event.texts.source), confidenceWords(event.confidence, lang), seq].join('\n');
  const by = event.type === 'reportAbsorbed' ? event.reporter : event.actor;
  return [sectionWords.impact.reporter(say.actor(by)), seq].join('\n');
}

function lasted({ sectionWords, say, metrics }: ReportContext): Block[] {
  const { restoration } = metrics.times;
  if (isUnknown(restoration) || restoration.stretches !== undefined) return [];
  return [paragraph(sectionWords.impact.lasted(say.duration(restoration.value)))];
}

/** In the words of those who told it. */
function told(context: ReportContext): Block[] {
  const { words, sectionWords, events, say, time, state } = context;
  const { impact: reported } = state.report.texts;
  const statements = statementsIn(events).map((event) =>
    event.type === 'factAdded' ? statementWords(event, say, time) : words.at(time(event.at), context.plain(event)),
  );
  const more = [
    ...listed(words.otherReports, otherReports(context, 'impact')),
    ...listed(words.impact.statements, statements),
  ];
  if (reported !== undefined)
    return [paragraph(words.impact.given), paragraph(sectionWords.sentence(say.quote(reported))), ...more];
  return [paragraph(more.length === 0 ? words.impact.missing : words.impact.notReported), ...more];
}

function listed(heading: string, items: string[]): Block[] {
  return items.length === 0 ? [] : [paragraph(heading), { kind: 'list', items }];
}
