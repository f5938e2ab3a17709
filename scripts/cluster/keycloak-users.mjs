/** Makes users of the realm through Keycloak's administration API, as its first administrator. */
export async function openKeycloak({ url, adminPassword }) {
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: 'admin', password: adminPassword });
  const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, { method: 'POST', body: form });
  const { access_token: token } = await jsonOf(answer);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return {
    /** A user who can sign in; the realm's mappers read role and organization from the attributes. */
    addUser: async ({ name, password, role, organization }) => {
      const user = {
        username: name,
        enabled: true,
        attributes: { haven_role: [role], ...(organization && { haven_organization: [organization] }) },
        credentials: [{ type: 'password', value: password, temporary: false }],
      };
      const made = await fetch(`${url}/admin/realms/haven/users`, { method: 'POST', headers, body: JSON.stringify(user) });
      if (made.status !== 201) throw new Error(`Keycloak did not make ${name}: ${made.status} ${await made.text()}`);
    },
  };
}

async function jsonOf(answer) {
  if (!answer.ok) throw new Error(`Keycloak answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
