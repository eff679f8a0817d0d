import { said } from '../../lang.js';
import { suggestion } from '../nearest.js';
import { warning } from '../remark.js';
import type { Remark } from '../remark.js';
import { activePeople, isQualified } from './check.js';
import type { RosterCheck, RosterRemarkCode } from './check.js';

/** Whether people are known to be able to do what their posts ask for. */
export function qualificationRemarks(check: RosterCheck): Remark<RosterRemarkCode>[] {
  return [...heldQualifications(check), ...unqualifiedHolders(check)];
}

function heldQualifications(check: RosterCheck): Remark<RosterRemarkCode>[] {
  const known = (check.plan.qualifications ?? []).map(({ id }) => id);
  return activePeople(check).flatMap(({ person: { id, qualifications = [] }, i }) =>
    qualifications.flatMap(({ qualification, until }, k): Remark<RosterRemarkCode>[] => {
      const path = ['people', i, 'qualifications', k];
      if (!known.includes(qualification)) {
        return [
          warning(
            'unknown_qualification',
            [...path, 'qualification'],
            said(
              `the plan has no qualification "${qualification}", so that of "${id}" counts for nothing`,
              `预案中没有资质“${qualification}”，“${id}”的这项资质不起作用`,
            ),
            suggestion(qualification, known),
          ),
        ];
      }
      if (until === undefined || until >= check.today) return [];
      return [
        warning(
          'qualification_expired',
          [...path, 'until'],
          said(
            `the qualification "${qualification}" of "${id}" ran out on ${until}`,
            `“${id}”的资质“${qualification}”已于${until}到期`,
          ),
          said('have it renewed, and write down the new day', '重新取得资质并登记新的有效期'),
        ),
      ];
    }),
  );
}

function unqualifiedHolders({ plan, roster, people, holders, today }: RosterCheck): Remark<RosterRemarkCode>[] {
  return plan.posts.flatMap(({ id: post, qualifications = [] }) =>
    (holders[post] ?? []).flatMap((id) => {
      const person = people.get(id);
      const lacking = qualifications.filter((wanted) => person && !isQualified(person, wanted, today));
      return lacking.map((qualification) =>
        warning(
          'holder_unqualified',
          ['holders', post, roster.holders[post]?.indexOf(id) ?? 0],
          said(
            `"${id}" holds "${post}" without the qualification "${qualification}" that it asks for`,
            `“${id}”任“${post}”，但没有该岗位要求的资质“${qualification}”`,
          ),
          said(
            'train the person, record the qualification, or name somebody else',
            '安排培训并登记资质，或改由他人任职',
          ),
        ),
      );
    }),
  );
}
