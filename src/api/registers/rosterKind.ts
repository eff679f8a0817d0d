import { nameIn, textIn } from '../../domain/lang.js';
import { rosterChanges } from '../../domain/plan/registerChanges.js';
import { checkRoster } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { rosterRemarks } from '../../domain/plan/rosterRemarks.js';
import { rosterInCsv, rosterToCsv } from '../../planfiles/index.js';
import { RosterCheckQuery } from '../contract.js';
import type { RegisterKind } from './kind.js';

export const ROSTER: RegisterKind<RosterDocument> = {
  name: 'roster',
  check: (document, { plan, coming }) => checkRoster(document, plan, coming),
  remarks: (roster, { plan, today }, { verifiedWithinDays } = {}) =>
    rosterRemarks(roster, plan, { today, ...(verifiedWithinDays === undefined ? {} : { verifiedWithinDays }) }),
  checkQuery: RosterCheckQuery,
  changes: rosterChanges,
  nameOf: (versions, { plan }, lang) => {
    const people = new Map(
      versions.flatMap((roster) => roster?.people ?? []).map(({ id, name }) => [id, nameIn(name, lang)]),
    );
    const posts = new Map(plan.posts.map(({ id, name }) => [id, textIn(name, lang)]));
    return (of, id) => (of === 'post' ? posts : people).get(id) ?? id;
  },
  inCsv: rosterInCsv,
  toCsv: rosterToCsv,
  versions: (store) => ({
    save: (document, about) => store.saveRoster(document, about),
    newest: () => store.currentRoster(),
    numbered: (version) => store.rosterNumbered(version),
    list: (limit, before) => store.listRosters(limit, before),
  }),
  tell: ({ peopleTeller }) => peopleTeller.tell(),
};
