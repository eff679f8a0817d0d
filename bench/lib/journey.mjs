/** The calls that benchmarks make, as the people of the plan make them. */
export function journey(client) {
  return {
    async report(title = 'Payments fail since the 03:00 release') {
      const { id } = await client.must('POST', '/api/v1/incidents', {
        category: 'operation-failure',
        title,
        place: 'checkout',
        facts: { usersAffected: 20_000 },
      });
      return id;
    },
    confirm: (id, level) =>
      client.must('POST', `/api/v1/incidents/${id}/verification`, {
        outcome: 'confirmed',
        incidentLevel: 'ordinary',
        level,
        reason: 'Seen on the dashboards.',
      }),
    changeLevel: (id, level) =>
      client.must('POST', `/api/v1/incidents/${id}/level`, { level, reason: `Level ${level} is what it takes.` }),
    state: (id) => client.must('GET', `/api/v1/incidents/${id}`),
    async timeline(id) {
      const items = [];
      for (let after = 0; after !== undefined;) {
        const page = await client.must('GET', `/api/v1/incidents/${id}/timeline?limit=1000&after=${after}`);
        items.push(...page.items);
        after = page.next;
      }
      return items;
    },
  };
}
