import type { DecisionType } from '../../drill/index.js';
import type { Said } from '../../lang.js';
import { said } from '../../lang.js';

const NAMES: Record<DecisionType, Said> = {
  approve: said('approval of the scheme', '批准演练方案'),
  giveBack: said('return of the scheme', '退回演练方案'),
  submitScheme: said('handing in of the scheme', '提交演练方案'),
  revise: said('change of the scheme', '修改演练方案'),
  callOff: said('calling off', '取消演练'),
  start: said('beginning', '宣布开始'),
  setPace: said('setting of the pace', '调整时间速度'),
  inject: said('playing of an inject', '注入情景'),
  skip: said('skipping of an inject', '跳过情景注入'),
  addInject: said('added inject', '增加情景注入'),
  observe: said('observation', '观察记录'),
  end: said('end of the conduct', '宣布结束'),
  stop: said('breaking off', '中止演练'),
  answer: said('feedback', '反馈'),
  rate: said('rating', '评定'),
  submit: said('handing in of the report', '提交评估报告'),
  accept: said('acceptance of the report', '审定评估报告'),
  returnReport: said('return of the report', '退回评估报告'),
};

/** What somebody wanted to do in a drill. */
export const drillDecisionWords = (type: DecisionType): Said => NAMES[type];
