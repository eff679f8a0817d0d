import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { aftermath, drills, scenario } from './completeDrills.js';
import { LEVELS, POSTS, say } from './words.js';

/** Short in everything but what the rules ask for. */
export function plan(): PlanDocument {
  const cited = { document: 'reporting-measures' };
  return {
    plan: {
      id: 'complete',
      number: 'EP-1',
      version: 2,
      status: 'approved',
      kind: 'comprehensive',
      organisation: say('示例公司', 'Sample company'),
      title: say('软件突发事件应急预案', 'Emergency plan for software incidents'),
      issued: '2026-04-01',
    },
    languages: ['zh-CN', 'en'],
    purpose: say('减少损失', 'To keep harm small'),
    scope: say('全部软件系统', 'All software'),
    operator: {
      description: say('网络运营者', 'A network operator'),
      boundBy: ['cn-other', 'cn-production-safety'],
    },
    calendar: {
      zone: 'Asia/Shanghai',
      weekend: [6, 7],
      holidays: [{ from: '2026-10-01', to: '2026-10-07', name: say('国庆节', 'National Day') }],
      workdays: [],
    },
    narrative: {
      unitOverview: say('概况', 'Overview'),
      riskAssessment: say('风险', 'Risks'),
      planSystem: say('体系', 'System of plans'),
      informationReception: say('值班电话 010-5550100', 'Duty telephone 010-5550100'),
      earlyWarning: say('预警', 'Early warning'),
      support: say('保障', 'Support'),
      cautions: say('先留证据', 'Evidence first'),
    },
    sources: [
      {
        id: 'reporting-measures',
        title: say('国家网络安全事件报告管理办法', 'Measures for the Reporting of National Cybersecurity Incidents'),
        inForce: '2025-11-01',
      },
      { id: 'guide', title: say('应急预案编制导则', 'Guidelines for emergency plans'), number: 'GB/T 29639-2020' },
    ],
    packs: [
      {
        id: 'network-law',
        title: say('网络安全', 'Network security'),
        regimes: ['cn-cii', 'cn-central-organ', 'cn-other'],
      },
      { id: 'safety-law', title: say('安全生产', 'Production safety'), regimes: ['cn-production-safety'] },
    ],
    categories: [
      { id: 'outage', name: say('中断', 'Outage'), description: say('中断', 'Outage'), risk: say('风险', 'Risk') },
      { id: 'breach', name: say('入侵', 'Breach'), description: say('入侵', 'Breach'), risk: say('风险', 'Risk') },
    ],
    incidentLevels: [
      { id: 'worst', name: say('特别重大', 'Particularly serious'), colour: 'red', level: 'full' },
      { id: 'serious', name: say('重大', 'Serious'), colour: 'orange', level: 'full' },
      { id: 'larger', name: say('较大', 'Relatively serious'), colour: 'yellow', level: 'basic' },
      { id: 'ordinary', name: say('一般', 'Ordinary'), colour: 'blue', level: 'basic' },
    ],
    levels: LEVELS.map((id) => ({
      id,
      name: say(id === 'full' ? '全面响应' : '一般响应', `${id} response`),
      decidedBy: ['commander'],
      start: say('按定级启动', 'As graded'),
      measures: say('抢修', 'Repair'),
      expected: '8h',
    })),
    facts: [
      ...Object.keys(THRESHOLDS).map((id) => ({
        id,
        name: say(id, id),
        type: 'number' as const,
        unit: say('个', 'units'),
      })),
      { id: 'spreading', name: say('事态扩大', 'Spreading'), type: 'boolean' },
    ],
    gradingCriteria: Object.entries(THRESHOLDS).flatMap(([fact, numbers]) =>
      numbers.map((atLeast, i) => ({
        id: `${fact}-${i}`,
        fact,
        atLeast,
        incidentLevel: ['worst', 'serious', 'larger'][i] ?? '',
        text: say(`${fact}达到${atLeast}`, `${fact} at least ${atLeast}`),
        source: cited,
        verified: true,
      })),
    ),
    responseRules: [
      { id: 'spreads', when: { fact: 'spreading', is: true }, atLeast: 'full', text: say('事态扩大', 'It spreads') },
    ],
    qualifications: [{ id: 'restoring', name: say('数据恢复', 'Restoring data') }],
    posts: POSTS.map((id) => ({
      id,
      name: say(id, id),
      duties: say('职责', 'Duties'),
      card: [say('到位', 'Report for duty')],
      ...(id === 'repair-lead' || id === 'engineer' ? { team: 'repair' } : {}),
      ...(id === 'liaison-lead' || id === 'officer' ? { team: 'liaison' } : {}),
      ...(id === 'engineer' ? { qualifications: ['restoring'] } : {}),
      ...(id === 'commander' ? { conflictsWith: ['repair-lead'] } : {}),
    })),
    teams: [
      { id: 'repair', name: say('抢修组', 'Repair'), duties: say('抢修', 'Repairs'), lead: 'repair-lead' },
      { id: 'liaison', name: say('联络组', 'Liaison'), duties: say('联络', 'Reports'), lead: 'liaison-lead' },
    ],
    command: { commander: 'commander', deputies: ['deputy'], checkIn: [{ levels: LEVELS, every: '1h' }] },
    authority: {
      standby: ['commander'],
      reject: ['commander'],
      proposeTermination: ['deputy'],
      confirmTermination: ['commander'],
      close: ['commander'],
    },
    partners: [
      {
        id: 'cloud',
        name: say('云服务商', 'Cloud supplier'),
        kind: 'supplier',
        service: say('云服务', 'Hosting'),
        contact: say('电话 010-5550111', 'Telephone 010-5550111'),
        agreement: say('合同第7号', 'Contract no. 7'),
        reportClause: true,
        owner: 'officer',
      },
    ],
    verification: {
      posts: ['commander', 'deputy'],
      remindAfter: '5m',
      reminders: 3,
      timeBox: [{ within: '30m' }],
      onTimeout: { do: 'treatAsReal', provisionalLevel: 'basic' },
      standby: { teams: ['repair'], reverifyAfter: '1h' },
    },
    mobilisation: [
      {
        team: 'repair',
        levels: LEVELS,
        headcount: 2,
        qualifications: [{ qualification: 'restoring', people: 1 }],
        quorumWithin: '30m',
        substitutes: ['officer'],
        partners: ['cloud'],
      },
      { team: 'liaison', levels: LEVELS, headcount: 1, quorumWithin: '30m' },
    ],
    notification: {
      alert: { channels: ['phone', 'email'], remindAfter: '2m', escalateAfter: '5m', escalateTo: ['deputy'] },
      call: { channels: ['phone', 'email'], remindAfter: '5m', escalateAfter: '10m', escalateTo: ['deputy'] },
      retry: { waits: ['30s'], giveUpAfter: '1h' },
    },
    tasks: [
      {
        id: 'restore',
        name: say('恢复服务', 'Restore the service'),
        phase: 'responding',
        owner: 'engineer',
        due: '2h',
        mandatory: true,
        evidence: 'link',
        done: say('监测正常', 'Monitoring is green'),
        resources: ['spare-servers'],
      },
      {
        id: 'look',
        name: say('验证恢复', 'Look whether it works'),
        phase: 'responding',
        owner: 'deputy',
        due: '30m',
        after: ['restore'],
        mandatory: true,
        evidence: 'note',
        verifies: 'restore',
        done: say('他人已验证', 'Somebody else has looked'),
      },
    ],
    sitreps: {
      drafter: 'officer',
      releasedBy: 'liaison-lead',
      contents: [say('现状', 'Situation')],
      cadence: [
        { levels: ['full'], every: '30m', to: ['commander'] },
        { levels: ['basic'], every: '2h', to: ['commander'] },
      ],
    },
    obligations: [obligation('network-report', 'network-law', '4h'), obligation('accident-report', 'safety-law', '1h')],
    resources: [resource('spare-servers', 'technical', 4), resource('forensic-disks', 'materials', 2)],
    allocation: [{ id: 'for-full', when: { level: 'full' }, resources: [{ resource: 'spare-servers', quantity: 2 }] }],
    funds: {
      currency: 'CNY',
      budgets: [
        {
          id: 'main',
          name: say('应急资金', 'Emergency fund'),
          amount: 500_000,
          purpose: say('处置', 'Response'),
          custodian: 'officer',
        },
      ],
      authority: [{ upTo: 50_000, posts: ['deputy'] }, { posts: ['commander'] }],
    },
    termination: {
      criteria: [{ id: 'restored', text: say('服务恢复', 'Service restored'), confirmedBy: 'repair-lead' }],
      secondSignature: ['full'],
      watch: [{ levels: LEVELS, for: '24h' }],
      override: { posts: ['commander'], secondPosts: ['deputy'] },
    },
    aftermath: aftermath(),
    drills: drills(),
    scenarios: ['outage', 'breach'].map((category) => scenario(category)),
    training: [
      {
        id: 'yearly',
        title: say('年度培训', 'Yearly training'),
        audience: POSTS,
        every: '365d',
        form: say('授课', 'Course'),
      },
    ],
    templates: [
      { id: 'filing', kind: 'filing', title: say('报告表', 'Report form'), body: say('单位：{unit}', 'Unit: {unit}') },
      { id: 'notice', kind: 'publication', title: say('公告', 'Notice'), body: say('公告：{text}', 'Notice: {text}') },
    ],
    annexes: [
      { id: 'a3', kind: 'supplies', title: say('物资清单', 'Supplies') },
      { id: 'a8', kind: 'contacts', title: say('通讯录', 'Contacts') },
    ],
    control: {
      approver: 'commander',
      reviewers: { atLeast: 1, posts: ['deputy'] },
      distribution: POSTS,
      reviewEvery: '365d',
      evaluateEvery: '1095d',
      filing: { authority: say('应急管理局', 'The authority'), withinWorkingDays: 20 },
      revisionTriggers: [say('法律变化', 'A change of law')],
    },
  };
}

const THRESHOLDS: Record<string, [number, number, number]> = {
  piLeakedPersons: [100_000_000, 10_000_000, 1_000_000],
  directLossCNY: [100_000_000, 20_000_000, 5_000_000],
  peopleLifeAffected: [10_000_000, 1_000_000, 100_000],
  illegalContentMinutes: [360, 120, 30],
  illegalContentOtherMinutes: [1_440, 720, 120],
  illegalContentReposts: [100_000, 10_000, 1_000],
  illegalContentViews: [1_000_000, 100_000, 10_000],
  deaths: [30, 10, 3],
  seriousInjuries: [100, 50, 10],
};

function obligation(id: string, pack: string, within: string): NonNullable<PlanDocument['obligations']>[number] {
  return {
    id,
    pack,
    title: say('报告', 'Report'),
    when: { incidentLevel: 'larger' },
    start: 'discovered',
    limit: { within },
    addressee: say('主管部门', 'The authority'),
    contents: [say('概况', 'Overview')],
    owner: 'liaison-lead',
    deputy: 'officer',
    channel: say('电话', 'Telephone'),
    template: 'filing',
    preparation: '20m',
    reminders: [50],
    source: { document: 'reporting-measures' },
    verified: true,
  };
}

type Resource = NonNullable<PlanDocument['resources']>[number];

function resource(id: string, kind: Resource['class'], minimum: number): Resource {
  return {
    id,
    class: kind,
    name: say(id, id),
    unit: say('个', 'pieces'),
    minimum,
    custodian: 'officer',
    deputy: 'engineer',
    location: say('库房', 'Store room'),
    inspectEvery: '30d',
    replenishWithin: '7d',
  };
}
