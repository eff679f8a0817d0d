import { said } from '../../lang.js';
import type { CheckContext, LifecycleFacts } from './context.js';
import { article, PLAN_MEASURES } from './documents.js';
import { observe, observeIf, rule, undecided } from './rule.js';
import type { Observation, Rule } from './rule.js';

const NOT_APPROVED = undecided('this version has not been approved yet', '本版本尚未批准');
const NOT_IN_EFFECT = undecided('this version is not in effect', '本版本未生效');

/** How a version came into effect: reviewed, signed, handed out. */
export const approvalRules: Rule[] = [
  rule({
    id: 'V-08',
    title: said('Reviewed by others, signed by the head, then put into effect', '经他人评审，由主要负责人批准后发布'),
    basis: { ...PLAN_MEASURES, clause: said('arts. 22 and 24', '第22、24条'), kind: 'direct' },
    needs: ['lifecycle'],
    run: ({ plan, lifecycle }) =>
      hasBeenApproved(lifecycle) ? [...signature(plan, lifecycle), ...reviews(plan, lifecycle)] : NOT_APPROVED,
  }),
  rule({
    id: 'V-09',
    title: said('Every post on the list has received the plan', '预案已发放到各岗位并签收'),
    basis: { ...PLAN_MEASURES, clause: article(24), kind: 'direct' },
    needs: ['lifecycle'],
    about: ['control'],
    run: ({ plan, lifecycle }) => {
      if (lifecycle.status !== 'effective') return NOT_IN_EFFECT;
      return plan.control.distribution.flatMap((post, i) => {
        const copies = lifecycle.distributed.filter((copy) => copy.post === post);
        const open = copies.filter((copy) => copy.acknowledgedAt === undefined).map((copy) => copy.person);
        const path = ['control', 'distribution', i];
        return [
          ...observeIf(
            copies.length === 0,
            path,
            said(`nobody in the post "${post}" was sent the plan`, `岗位“${post}”无人收到预案`),
            said('send it, and have it acknowledged', '发放并签收'),
          ),
          ...observeIf(
            open.length > 0,
            path,
            said(`"${post}": not acknowledged by ${open.join(', ')}`, `岗位“${post}”：${open.join('、')}尚未签收`),
            said('remind them', '提醒签收'),
          ),
        ];
      });
    },
  }),
  rule({
    id: 'V-14',
    title: said('A change of substance was reviewed in full', '实质性修订重新评审、批准'),
    basis: { ...PLAN_MEASURES, clause: article(37), kind: 'derived', verified: false },
    needs: ['lifecycle'],
    run: ({ lifecycle: { amendment, ...lifecycle } }) => {
      if (amendment === undefined)
        return undecided('there is no earlier version to compare with', '没有可对照的前一版本');
      if (!hasBeenApproved(lifecycle)) return NOT_APPROVED;
      return observeIf(
        amendment.substantial && amendment.review === 'minor',
        ['plan', 'version'],
        said(
          'command, duties, procedure, levels or measures changed, and the change was reviewed as a minor one',
          '修订涉及指挥体系、职责、程序、分级或主要措施，却按一般修订处理',
        ),
        said('review and approve this version in full', '重新评审并批准本版本'),
      );
    },
  }),
];

function hasBeenApproved({ status }: Pick<LifecycleFacts, 'status'>): boolean {
  return status === 'approved' || status === 'effective' || status === 'superseded';
}

function signature({ control }: CheckContext['plan'], lifecycle: LifecycleFacts): Observation[] {
  const { approvedBy, approvedAt, publishedAt } = lifecycle;
  if (approvedBy === undefined || approvedAt === undefined) {
    return [
      observe(
        ['control', 'approver'],
        said('the plan is in use, and nobody has signed it', '预案已使用，但无人批准'),
        said('submit it for review, and have the head of the organisation sign', '提交评审，由主要负责人批准'),
      ),
    ];
  }
  return [
    ...observeIf(
      control !== undefined && approvedBy.post !== control.approver,
      ['control', 'approver'],
      said(
        `signed as "${approvedBy.post}"; the plan wants "${control?.approver}"`,
        `由“${approvedBy.post}”批准，而预案规定由“${control?.approver}”批准`,
      ),
      said('have the right post sign, or change "control.approver"', '由规定的岗位批准，或者修改“control.approver”'),
    ),
    ...observeIf(
      publishedAt !== undefined && publishedAt < approvedAt,
      ['plan', 'version'],
      said(`in effect on ${publishedAt}, signed only on ${approvedAt}`, `${publishedAt}已生效，${approvedAt}才批准`),
      said('sign first; let a version take effect afterwards', '先批准，后生效'),
    ),
  ];
}

/** As the approval counts them: an author may review as well, but not alone. */
function reviews({ control }: CheckContext['plan'], lifecycle: LifecycleFacts): Observation[] {
  const { reviewers, authors, amendment } = lifecycle;
  // Where nothing of substance differs from an approved version, no review is asked for.
  const wanted = amendment?.review === 'minor' ? 0 : (control?.reviewers.atLeast ?? 1);
  const verdicts = reviewers.filter(({ outcome }) => outcome === 'approve');
  const counting = verdicts.filter(({ interest }) => !interest).map(({ person }) => person);
  const partial = verdicts.filter(({ interest }) => interest).map(({ person }) => person);
  return [
    ...observeIf(
      counting.length < wanted,
      ['control', 'reviewers', 'atLeast'],
      said(
        `${counting.length} of ${wanted} reviewers have agreed without an interest in it`,
        `应有${wanted}名评审人，无利害关系且同意的只有${counting.length}名`,
      ),
      said('have others review it', '另请人员评审'),
    ),
    ...observeIf(
      counting.length > 0 && counting.every((person) => authors.includes(person)),
      ['control', 'reviewers', 'posts'],
      said(`reviewed by its authors alone: ${counting.join(', ')}`, `只由编制人自行评审：${counting.join('、')}`),
      said('have somebody else review it', '另请他人评审'),
    ),
    ...observeIf(
      partial.length > 0,
      ['control', 'reviewers', 'posts'],
      said(`reviewed in spite of an interest: ${partial.join(', ')}`, `有利害关系而未回避：${partial.join('、')}`),
      said('they withdraw, and others review', '本人回避，另请人员评审'),
    ),
  ];
}
