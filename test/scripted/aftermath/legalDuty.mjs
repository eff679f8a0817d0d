/** What follows S5, an order of an authority. Nothing is published besides the notice in the app. */
export const legalDuty = {
  analysis: {
    methods: 'Timeline, barrier analysis, five whys',
    nature: 'Made by people, not intended, our own; the authority has raised no suspicion of a crime.',
    timeline: [[-30, 'At 02:38 the order 2026-118 came in by registered mail-box.']],
    direct: [{ id: 'd1', text: 'The app uploaded contacts before it asked for consent.' }],
    indirect: [{ id: 'i1', text: 'A change of the start screen in March moved the question behind the upload.' }],
    contributing: [{ id: 'c1', text: 'Counsel saw the texts of the change, and not the order of its steps.' }],
    root: [
      {
        id: 'r1',
        text: 'Nothing in the release process checks that personal data is touched only after consent.',
        whys: [
          'Why did the authority act? Because contacts were uploaded without consent.',
          'Why without consent? Because the question came after the upload.',
          'Why did nobody notice? Because tests check that the question is there, and not when.',
          'Why do they not check when? Because no requirement says so.',
        ],
      },
    ],
  },
  sections: {
    review:
      'Went well: order checked, plan approved, reply filed 19 hours early. Went badly: eight months without consent. Luck: the stores did not act at once.',
    lessons:
      'Ring the authority on a number of your own before you act on an order, and stop deletion before you delete.',
    responsibility:
      'The order names no person. Internal accountability is examined by counsel under our data protection rules.',
  },
  waived: 'The users concerned were told in the app, as the order demands; nothing else is for the public.',
  opinion: [
    {
      minute: 300,
      source: 'App stores and press',
      volume: 4,
      usual: 3,
      sentiment: 0,
      claim: 'One review asks where the function went.',
    },
  ],
  lessons: {
    'technical-lead': [
      'zhao-lei',
      { 2: 'Switch, refuse, delete in batches: as planned.', 8: 'A test that nothing is uploaded before consent.' },
    ],
    'liaison-lead': ['zhou-min', { 2: 'One voice to the office worked.', 6: 'The office answered within minutes.' }],
    'human-resources-lead': ['xu-hong', { 1: 'Not called out.' }],
    'site-security-lead': ['deng-qiang', { 1: 'Not called out.' }],
    'publicity-lead': ['gao-yang', { 1: 'Told at the start; nothing was asked of us.' }],
    'command-member': ['tang-li', { 8: 'Counsel sees the flow of a change, not its texts alone.' }],
  },
  summary: {
    place: 'Meeting room 2',
    ratings: {
      'E-11': 'P',
      'E-12': 'P',
      'E-13': 'P',
      'E-14': 'P',
      'E-21': 'P',
      'E-22': 'P',
      'E-23': 'P',
      'E-31': 'P',
      'E-41': 'P',
      'E-42': 'P',
      'E-43': 'P',
      'E-51': 'P',
      'E-61': 'P',
      'E-62': 'P',
      'E-71': 'S',
      'E-81': 'P',
      'E-91': 'P',
    },
    conclusions:
      'The order was carried out, checked and answered well within its limit. Consent must be tested in every release.',
  },
  improvements: [
    {
      finding: 'Nothing checks that data is touched only after consent',
      action: 'A release test that no personal data leaves the app before consent',
      type: 'prevent',
      owner: 'qian-rong',
      days: 30,
    },
  ],
};
