const base = 'https://api.e-goi.com/v2/rest.php';

export async function subscribe(email, list) {
  const form = new URLSearchParams({ method: 'addSubscriber', type: 'json' });
  form.append('functionOptions[apikey]', process.env.KEY);
  form.append('functionOptions[listID]', list);
  form.append('functionOptions[email]', email);
  const answer = await fetch(base, { method: 'POST', body: form });
  return answer.json();
}

export const senders = async () =>
  (await fetch(`${base}?type=json&method=getSenders&functionOptions[apikey]=${process.env.KEY}`)).json();
