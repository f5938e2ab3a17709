// Made-up services of two publishers, of which every second one is in both directories.
const names = ['Food', 'Legal aid', 'Shelter', 'Clinic', 'Counselling', 'English lessons'];

/** All services of a publisher share one mailbox, so this sign identifies none of them. `more`: what the services have besides. */
export function* directory(source, count, { without = () => false, more = () => ({}) } = {}) {
  for (let n = 0; n < count; n += 1) {
    if (without(n)) continue;
    const isShared = n % 2 === 0;
    const id = `${source}-${n}`;
    yield {
      ...{ id, name: `${names[n % names.length]} ${isShared ? n : id}`, status: 'active', email: `help@${source}.example.org` },
      organization: { id: `o-${id}`, name: `House ${isShared ? n : id}`, description: 'Made up' },
      phones: [{ id: `p-${id}`, number: `+66 2 288 ${String(1000 + (n % 9000))}` }],
      ...more(id, n),
    };
  }
}
