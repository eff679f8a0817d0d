import { missingOf, outOf } from '../../domain/incident/index.js';
import type { ResourceRequest } from '../../domain/incident/index.js';
import { amountWords, holderWords, needAmount, needName } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { SitrepContext } from './context.js';

/** What is short and who holds it, what is out, who was asked for help and has not answered, what money waits for approval. */
export function resources({ words, say, state }: SitrepContext): Block[] {
  const requests = Object.entries(state.resources.requests);
  const awaited = Object.entries(state.resources.partners).filter(([, { waits }]) => waits === 'reply');
  const short = requests.filter(([, one]) => one.spending !== 'awaiting' && missingOf(one) > 0);
  const out = requests.filter(([, one]) => outOf(one) > 0);
  const unpaid = requests.filter(([, { waits }]) => waits === 'approval');
  const named = (entries: [string, ResourceRequest][], amount: (one: ResourceRequest) => number) =>
    entries.map(([request, one]) => needAmount({ request, resource: one.resource }, amount(one), say));
  const shortages = short.map(([request, one]) =>
    words.resourceShort({
      what: needName({ request, resource: one.resource }, say),
      missing: amountWords(one.resource, missingOf(one), say),
      heldBy: holderWords(one.resource, one.heldBy, say),
      late: one.late === true,
    }),
  );
  const rest = [
    ...(unpaid.length === 0 ? [] : [words.spendingAwaited(named(unpaid, ({ wants }) => wants))]),
    ...(out.length === 0 ? [] : [words.resourcesOut(named(out, outOf))]),
    ...(awaited.length === 0
      ? []
      : [words.partnerAwaited(awaited.map(([request, { partner }]) => needName({ request, partner }, say)))]),
  ];
  const listed: Block[] = [paragraph(words.resourcesShort), { kind: 'list', items: shortages }];
  return [...(shortages.length > 1 ? listed : shortages.map(paragraph)), ...rest.map(paragraph)];
}
