import type { Lang } from '../../lang.js';

const zh = {
  title: '演练反馈表',
  runningHead: (id: string) => `演练反馈表 ${id}`,
  issue: (id: string) => `演练编号：${id}`,
  caption: '填写说明',
  mark: '【演练 DRILL】',
  labels: {
    drill: '演练名称',
    held: '演练结束时间',
    names: '署名',
    due: '交回期限',
    name: '姓名',
    post: '部门、岗位',
    filledOn: '填写日期',
    handIn: '交回方式',
    organiser: '收表人',
  },
  anonymous: '匿名填写，请勿写姓名和可以识别本人的内容；系统只登记谁已填写，不登记谁写了什么',
  named: '署名填写',
  notHeld: '尚未举行',
  due: (within: string) => `演练结束后${within}内`,
  lead: '演练表现不作为考核和处分依据。没有意见的写“无”。',
  heading: '问题',
  question: (number: number, text: string) => `${number}. ${text}`,
  footCaption: '交回',
  handIn: (parts: { id: string; director: string; anonymous: boolean }) =>
    `在线填写：点击邮件中的链接；也可使用命令 muster drill feedback ${parts.id} --answer 1=… 。纸面填写：${
      parts.anonymous
        ? `折叠后交${parts.director}代为录入，录入时只登记您已交表（--for），查看意见的人看不到姓名。`
        : `交${parts.director}，由其代为录入（--for 填写人）。`
    }`,
  blank: '—',
};

export type DrillQuestionnaireWords = typeof zh;

const en: DrillQuestionnaireWords = {
  title: 'Feedback on a drill',
  runningHead: (id) => `Feedback on drill ${id}`,
  issue: (id) => `Drill ${id}`,
  caption: 'About this sheet',
  mark: '【演练 DRILL】',
  labels: {
    drill: 'Drill',
    held: 'Over on',
    names: 'Names',
    due: 'To be returned by',
    name: 'Name',
    post: 'Department and post',
    filledOn: 'Date',
    handIn: 'How to return it',
    organiser: 'Received by',
  },
  anonymous:
    'none: please write neither your name nor anything that shows who you are. It is noted who has answered, and not who said what',
  named: 'please write your name',
  notHeld: 'not yet',
  due: (within) => `${within} after the end`,
  lead: 'Please say how it was. What is done in a drill counts for no appraisal or sanction; your words serve to improve the plan. Where you have nothing to say, write “none”.',
  heading: 'Questions',
  question: (number, text) => `${number}. ${text}`,
  footCaption: 'Return',
  handIn: ({ id, director, anonymous }) =>
    `Online: the link in your mail, or by command: muster drill feedback ${id} --answer 1=… On paper: ${
      anonymous
        ? `folded, to ${director}, who enters it and notes only that you have handed in a sheet (--for). Whoever reads what was said is told no name.`
        : `to ${director}, who enters it (--for and whose it is).`
    }`,
  blank: '—',
};

export const DRILL_QUESTIONNAIRE_WORDS: Record<Lang, DrillQuestionnaireWords> = { 'zh-CN': zh, en };
