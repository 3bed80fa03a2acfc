import axios from 'axios';

interface Job { readonly name: string; readonly payload: Record<string, unknown> }
const queue: Job[] = [];

export async function work(job: Job): Promise<unknown> {
  if (job.name === 'getReport') queue.push(job);
  const { data } = await axios.get('https://api.e-goi.com/v2/rest.php', {
    params: { type: 'json', method: 'getSegments', functionOptions: { apikey: process.env.KEY, listID: 3 } },
  });
  return data;
}

class Reports {
  getReport(id: string): Job | undefined {
    return queue.find(({ payload }) => payload['campaign'] === id);
  }
}
new Reports().getReport('x');
