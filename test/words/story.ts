import { decide, evolve, initial, open, pending, wake } from '../../src/domain/incident/index.js';
import type { Actor, Decision, Answer, IncidentEvent, Report, State } from '../../src/domain/incident/index.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { MINUTE, SECOND } from '../../src/domain/time.js';
import type { Instant } from '../../src/domain/time.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';

/** 2026-11-22 03:14:05 in Shanghai. */
export const START: Instant = Date.UTC(2026, 10, 21, 19, 14, 5);

export const REPORT: Report = {
  incidentId: 'INC-2026-0042',
  mode: 'real',
  category: 'operation',
  title: '支付网关大面积超时',
  place: '华东一区生产环境，支付网关集群',
  cause: '疑似 03:00 的配置变更',
  impact: '下单成功率降至 41%，客服来电激增',
  description: '监控于 03:09 告警；\n<b>重启</b>两台实例后未见好转。',
  occurredAt: START - 5 * MINUTE,
  facts: { usersAffected: 3200 },
};

/** An incident that the machine itself plays, step by step. */
export class Story {
  readonly events: IncidentEvent[] = [];
  at = START;
  private requests = 0;

  constructor(report: Partial<Report> = {}, change: CompiledPlan | ((plan: CompiledPlan) => void) = samplePlan()) {
    const basis = { plan: typeof change === 'function' ? samplePlan() : change, holders: sampleHolders() };
    if (typeof change === 'function') change(basis.plan);
    this.state = initial(basis);
    const by = { actor: person('wang-fang'), via: 'api', requestId: 'r0' } as const;
    this.take(open({ ...REPORT, ...report }, basis, by, this.at));
  }

  state: State;

  after(wait: number): this {
    this.at += wait;
    return this;
  }

  says(who: string, decision: Decision, via: 'api' | 'temporal' = 'api'): this {
    const head = { actor: person(who), via, requestId: `r${++this.requests}` } as const;
    return this.take(decide(this.state, { ...head, ...decision }, this.at));
  }

  setsPace(pace: number): this {
    return this.conducts({ type: 'setPace', pace });
  }

  /** Says who runs the drill. */
  conducts(decision: Decision): this {
    const head = { actor: { kind: 'operator' }, via: 'api', requestId: `r${++this.requests}` } as const;
    return this.take(decide(this.state, { ...head, ...decision }, this.at));
  }

  world(answer: Answer): this {
    const head = { actor: { kind: 'system' }, via: 'system', requestId: '' } as const;
    return this.take(decide(this.state, { ...head, ...answer }, this.at));
  }

  acknowledges(who: string, eta?: number): this {
    return this.says(who, {
      type: 'acknowledge',
      person: who,
      ...(eta === undefined ? {} : { eta: this.at + eta }),
    });
  }

  wakes(): this {
    return this.take(wake(this.state, this.at));
  }

  /** Everything asked for is delivered, except to those named, by code. */
  delivers(except: { unreachable?: Record<string, string>; delayed?: Record<string, string> } = {}): this {
    for (const effect of pending(this.state)) {
      if (effect.kind !== 'notify') continue;
      const people = effect.recipients.map((r) => r.person);
      const troubles = (codes: Record<string, string> = {}): { person: string; code: string }[] =>
        people.flatMap((p) => (codes[p] === undefined ? [] : [{ person: p, code: codes[p] }]));
      const unreachable = troubles(except.unreachable);
      const delayed = troubles(except.delayed);
      const rest = new Set([...unreachable, ...delayed].map((t) => t.person));
      const accepted = people.filter((p) => !rest.has(p));
      this.world({ type: 'noticeAttempted', effectId: effect.id, accepted, unreachable, delayed });
    }
    return this;
  }

  writesReport(): this {
    const effect = pending(this.state).find((e) => e.kind === 'writeDocument')!;
    const files = [
      { format: 'docx', lang: 'zh-CN', sha256: 'ab'.repeat(32) },
      { format: 'html', lang: 'en', sha256: 'cd'.repeat(32) },
    ];
    return this.world({ type: 'documentWritten', effectId: effect.id, documentId: 'doc-7', files });
  }

  private take(events: IncidentEvent[]): this {
    this.events.push(...events);
    this.state = events.reduce(evolve, this.state);
    return this;
  }
}

export function person(id: string): Actor {
  return { kind: 'person', id };
}

/** From a report at three in the morning to the termination: every event type of a full response occurs. */
export function fullStory(report: Partial<Report> = {}): Story {
  const met = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];
  return new Story(report)
    .after(4 * SECOND)
    .delivers()
    .after(50 * SECOND)
    .acknowledges('lin-wei')
    .says('wang-fang', { type: 'verify', outcome: 'rejected', reason: '看错了' })
    .after(70 * SECOND)
    .wakes()
    .says('chen-jing', { type: 'verify', outcome: 'standby', reason: '监控与客服数据不一致，继续观察' })
    .delivers()
    .after(6 * MINUTE)
    .wakes()
    .says('lin-wei', { type: 'verify', outcome: 'confirmed', reason: '客服与监控均证实，下单持续失败' })
    .after(3 * SECOND)
    .delivers({ unreachable: { 'he-zhe': 'invalid_address' }, delayed: { 'wu-kun': 'timeout' } })
    .after(40 * SECOND)
    .wakes()
    .delivers()
    .acknowledges('zhao-lei', 20 * MINUTE)
    .after(2 * MINUTE)
    .acknowledges('sun-yu')
    .acknowledges('zhou-min')
    .after(4 * MINUTE)
    .wakes()
    .delivers({ unreachable: { 'he-zhe': 'invalid_address' } })
    .after(6 * MINUTE)
    .wakes()
    .delivers()
    .says('lin-wei', { type: 'changeLevel', level: 'L1', incidentLevel: 'critical', reason: '发现部分订单数据丢失' })
    .delivers()
    .after(90 * SECOND)
    .acknowledges('gao-yang')
    .acknowledges('qian-rong', 45 * MINUTE)
    .after(40 * MINUTE)
    .wakes()
    .says('zhao-lei', { type: 'terminate', action: 'propose', criteria: met, reason: '回滚后各项指标恢复' }, 'temporal')
    .says('lin-wei', { type: 'changeLevel', level: 'L3', incidentLevel: 'minor', reason: '核对后订单数据完整' })
    .delivers()
    .after(10 * MINUTE)
    .says('zhao-lei', { type: 'terminate', action: 'propose', criteria: ['serviceRestored'], reason: '已恢复' })
    .says('lin-wei', {
      type: 'changeLevel',
      level: 'L2',
      incidentLevel: 'serious',
      reason: '用户仍受影响，按较大事故处置',
    })
    .delivers()
    .says('zhao-lei', { type: 'terminate', action: 'propose', criteria: met, reason: '回滚后连续 30 分钟各项指标正常' })
    .delivers()
    .after(2 * MINUTE)
    .says('zhao-lei', { type: 'terminate', action: 'withdraw', reason: '等待一次对账' })
    .after(8 * MINUTE)
    .says('zhao-lei', { type: 'terminate', action: 'propose', criteria: met, reason: '对账无差异，指标正常' })
    .delivers()
    .after(3 * MINUTE)
    .says('chen-jing', { type: 'terminate', action: 'confirm' });
}
