/** What the web reads at its start: whether the API is elsewhere. Other members are for others. */
interface Config {
  api?: string;
}

let origin = location.origin;

const wrong = (api: string) => new Error(`/config.json names the API as '${api}'. It should be an address such as https://desk.example.com.`);

/** Learns where the API is: at the origin /config.json names, or at the web's own where there is no such file, or the inbox's page in its place. */
export async function findApi(): Promise<void> {
  const answer = await fetch('/config.json');
  const isJson = answer.headers.get('Content-Type')?.includes('json') ?? false;
  if (answer.status === 404 || (answer.ok && !isJson)) return;
  if (!answer.ok) throw new Error(`/config.json could not be read (${answer.status}). Reload the page.`);
  const { api } = (await answer.json()) as Config;
  if (!api) return;
  if (!/^https?:/.test(api) || !URL.canParse(api)) throw wrong(api);
  origin = new URL(api).origin;
}

/** The whole address of something the API names by its path; what is a whole address already stays. */
export const apiUrl = (path: string) => new URL(path, origin).href;
