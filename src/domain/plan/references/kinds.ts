import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { ReferenceKind } from '../issues.js';

/** What people call the things that ids lead to. */
export const KIND_NAMES: Record<ReferenceKind, Said> = {
  post: said('post', '岗位'),
  team: said('team', '组'),
  level: said('level', '响应级别'),
  incident_level: said('incident level', '事故等级'),
  category: said('category', '事故类别'),
  fact: said('fact', '事实'),
  option: said('option', '选项'),
  source: said('source', '依据'),
  pack: said('pack', '规则包'),
  qualification: said('qualification', '资质'),
  partner: said('partner', '外部单位'),
  task: said('task', '任务'),
  obligation: said('obligation', '法定报送'),
  resource: said('resource', '资源'),
  template: said('template', '模板'),
  scenario: said('scenario', '演练情景'),
  objective: said('objective', '演练目标'),
  drill_criterion: said('drill criterion', '演练评估准则'),
  role: said('drill role', '演练角色'),
  player: said('post or team that could play', '可参演的岗位或组'),
  conclusion: said('conclusion of drills', '演练评估结论'),
  person: said('person', '人员'),
};
