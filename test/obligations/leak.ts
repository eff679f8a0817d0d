import { HOUR, MINUTE } from '../../src/domain/time.js';
import { Profiled, planOf } from './profile.js';
import type { Regime } from './profile.js';

export const EVERYBODY: Regime[] = ['cn-other', 'cn-production-safety', 'eu-gdpr', 'eu-nis2', 'eu-dora', 'us-sec'];

/** 2026-11-23 03:14:05 in Shanghai. */
const REPORTED = Date.UTC(2026, 10, 22, 19, 14, 5);

/** Customer data got out at night: graded, contained, partly understood; nothing filed yet. */
export function leak(boundBy: Regime[] = EVERYBODY, mode: 'real' | 'drill' = 'real'): Profiled {
  const story = new Profiled(
    planOf(boundBy),
    {
      mode,
      category: 'security',
      title: '客户资料库被未授权下载',
      place: '会员系统生产库（上海一区）',
      impact: '会员登录正常，部分会员的手机号和收货地址被下载',
      cause: '疑似某供应商账号口令泄露',
      description: '凌晨安全告警：单个账号连续导出会员资料。',
      occurredAt: REPORTED - 40 * MINUTE,
      facts: {
        piLeakedPersons: 1_200_000,
        personalDataBreach: true,
        maliciousAccess: true,
        usersAffected: 1_200_000,
        criticalServicesAffected: true,
        crossBorder: false,
      },
    },
    REPORTED,
  );
  story.delivers();
  story.passes(9 * MINUTE);
  story.grades('relatively-serious');
  story.delivers();
  story.passes(12 * MINUTE);
  story.learns({ spreading: false, directLossCNY: 800_000 }, { statement: '泄露账号已停用，导出已停止' });
  const [task] = Object.entries(story.state.tasks.tasks).filter(([, { status }]) => status === 'open');
  if (task === undefined) throw new Error('no open task');
  const [holder] = story.state.basis.holders[task[1].post ?? ''] ?? [];
  story.says(holder ?? '', { type: 'task', action: 'start', task: task[0] });
  story.passes(20 * MINUTE);
  story.says(holder ?? '', {
    type: 'task',
    action: 'finish',
    task: task[0],
    note: '已停用三个可疑账号',
    link: 'https://example.org/log',
    finding: '供应商账号口令被撞库获得',
  });
  story.passes(HOUR);
  return story;
}
