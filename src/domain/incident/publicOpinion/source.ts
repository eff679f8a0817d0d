import type { EventOf } from '../events.js';
import { hash53 } from '../fingerprint.js';
import type { RaisedAlert } from '../state.js';

/** Empty where it was erased. */
export function opinionSource({ source = '', texts }: Pick<EventOf<'opinionRecorded'>, 'source' | 'texts'>): string {
  return texts?.source ?? source;
}

/** As many for each alert. */
const REMEMBERED = 30;

/** What a person judges of is what is claimed, and where: by prints, so that no words stay behind. */
function printsOf(source: string, claim = ''): string[] {
  const said = claim.trim();
  return [hash53(JSON.stringify([source])), ...(said === '' ? [] : [hash53(JSON.stringify([source, said]))])];
}

/** People were told of the alert, and not of this claim, or of nothing from this source. */
export function isUnheard({ source: before, heard = printsOf(before) }: RaisedAlert, source: string, claim?: string) {
  return !heard.includes(printsOf(source, claim).at(-1)!);
}

export function heardWith(raised: RaisedAlert | undefined, source: string, claim?: string): string[] {
  const before = raised === undefined ? [] : (raised.heard ?? printsOf(raised.source));
  const now = printsOf(source, claim);
  return [...before.filter((one) => !now.includes(one)), ...now].slice(-REMEMBERED);
}
