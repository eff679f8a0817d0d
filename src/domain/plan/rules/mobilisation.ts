import { said } from '../../lang.js';
import { parseDuration } from '../duration.js';
import { INCIDENT_MANAGEMENT, MUSTER, PLAN_GUIDE, section } from './documents.js';
import { observeIf, rule } from './rule.js';
import type { Rule } from './rule.js';

/** From the report to people who are there. */
export const mobilisationRules: Rule[] = [
  rule({
    id: 'V-80',
    title: said('Verification ends by itself, whatever the category', '各类事故报告都有核实时限和超时处理'),
    basis: { ...INCIDENT_MANAGEMENT, clause: said('assess and decide', '评估与决策阶段'), kind: 'derived' },
    run: ({ plan: { verification, categories } }) => {
      const { timeBox, onTimeout, standby } = verification;
      const boxed = (category: string) => timeBox?.some((box) => box.categories?.includes(category) ?? true) ?? false;
      const without = categories.map(({ id }) => id).filter((id) => !boxed(id));
      return [
        ...observeIf(
          without.length > 0,
          ['verification', 'timeBox'],
          said(`no time box for ${without.join(', ')}`, `没有核实时限：${without.join('、')}`),
          said('say within what time a report is decided on', '规定多长时间内作出决定'),
        ),
        ...observeIf(
          onTimeout === undefined,
          ['verification', 'onTimeout'],
          said('nothing happens when nobody has decided in time', '超时无人决定时没有后续动作'),
          said(
            'add "onTimeout: { do: treatAsReal }" or "escalate"',
            '加上“onTimeout: { do: treatAsReal }”或“escalate”',
          ),
        ),
        ...observeIf(
          standby === undefined,
          ['verification', 'standby'],
          said('standby forewarns nobody', '预警启动时无人得到通知'),
          said(
            'name teams under "standby", and when it is decided on again',
            '在“standby”中写明通知哪些组、多久后重新判断',
          ),
        ),
      ];
    },
  }),
  rule({
    id: 'V-81',
    title: said('Every call says how many must come, and until when', '每项动员写明到位人数和时限'),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan: { mobilisation } }) =>
      mobilisation.flatMap(({ team, headcount, quorumWithin }, i) =>
        observeIf(
          headcount === undefined || quorumWithin === undefined,
          ['mobilisation', i],
          said(`nothing is counted when "${team}" is called`, `动员“${team}”时不统计到位情况`),
          said('add "headcount" and "quorumWithin"', '加上“headcount”和“quorumWithin”'),
        ),
      ),
  }),
  rule({
    id: 'V-82',
    title: said('Silence is known before the time for the quorum is over', '到位时限前已发现无应答'),
    basis: { ...PLAN_GUIDE, clause: section('6.3'), kind: 'derived' },
    run: ({ plan: { mobilisation, notification } }) => {
      const { escalateAfter } = notification.call;
      return mobilisation.flatMap(({ team, quorumWithin }, i) =>
        observeIf(
          quorumWithin !== undefined && parseDuration(quorumWithin) <= parseDuration(escalateAfter),
          ['mobilisation', i, 'quorumWithin'],
          said(
            `"${team}" must be there after ${quorumWithin}; that somebody is silent is told after ${escalateAfter}`,
            `“${team}”应在${quorumWithin}内到位，而无应答要到${escalateAfter}后才上报`,
          ),
          said('allow more time, or escalate sooner', '放宽到位时限，或者提前上报'),
        ),
      );
    },
  }),
  rule({
    id: 'V-83',
    title: said('Calls go out by two ways at least', '至少通过两种渠道通知'),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan: { notification } }) =>
      (['alert', 'call'] as const).flatMap((ladder) =>
        observeIf(
          (notification[ladder].channels ?? []).length < 2,
          ['notification', ladder],
          said(`"${ladder}" names fewer than two channels`, `“${ladder}”的通知渠道少于两种`),
          said(
            'add "channels: [phone, email]": one of them may be what is down',
            '加上“channels: [phone, email]”：故障的可能正是其中一种',
          ),
        ),
      ),
  }),
  rule({
    id: 'V-84',
    title: said('The commander says at every level that command stands', '各级响应都有指挥长定时确认'),
    basis: { ...MUSTER, kind: 'configured' },
    run: ({ plan: { levels, command } }) => {
      const without = levels
        .map(({ id }) => id)
        .filter((id) => !command.checkIn?.some((entry) => entry.levels.includes(id)));
      return observeIf(
        without.length > 0,
        ['command', 'checkIn'],
        said(`no check-in at ${without.join(', ')}`, `${without.join('、')}没有定时确认`),
        said('say how often, by level', '按级别规定间隔'),
      );
    },
  }),
];
