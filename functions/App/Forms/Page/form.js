// Makes a form's page quicker to use: says what is wrong where it is, keeps what is typed, sends without leaving the page.
// Without it the page works as it is.
(() => {
  'use strict';

  // In another page: tells whoever asks how high this one is.
  if (window.parent !== window) {
    let host = null;
    const tell = () => host && window.parent.postMessage({ helpdeskForm: Math.ceil(document.documentElement.getBoundingClientRect().height) }, host);
    addEventListener('message', (event) => {
      if (event.source !== window.parent || event.data !== 'helpdesk-form:height?') return;
      host = event.origin;
      tell();
    });
    new ResizeObserver(tell).observe(document.documentElement);
  }

  // What is in the form may be named as any property of a form is, so nothing is asked of the form itself.
  const page = document.querySelector('.ask');
  if (!page || page.inert) return;
  const form = page.querySelector('form');
  const words = JSON.parse(page.dataset.words);
  const store = `form:${page.dataset.form}`;
  const stamp = page.querySelector('[name="hx.stamp"]');
  const proof = page.querySelector('[name="hx.proof"]');
  const button = page.querySelector('button[type=submit]');
  const standing = page.querySelector('.standing');
  const fields = [...page.querySelectorAll('.field[data-key]')];
  const opened = performance.now();
  const say = (word, value = '') => words[word].replace('{0}', value);
  form.noValidate = true;

  // What is typed outlives a reload and a failure, in this tab only.
  const inputs = () => [...page.querySelectorAll('input, select, textarea')].filter((input) => input.name && !input.name.startsWith('hx.') && input.type !== 'file');
  const keep = () => {
    try {
      sessionStorage.setItem(store, JSON.stringify(inputs().map((input) => [input.name, input.value, input.checked ?? false])));
    } catch { /* a full or forbidden store keeps nothing, and the form works on */ }
  };
  const forget = () => {
    try { sessionStorage.removeItem(store); } catch { /* as above */ }
  };
  const restore = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(store) ?? '[]');
      for (const input of inputs()) {
        const found = kept.find(([name, value]) => name === input.name && (input.type !== 'checkbox' || value === input.value));
        if (!found) continue;
        if (input.type === 'checkbox') input.checked = found[2];
        else input.value = found[1];
      }
    } catch { /* as above */ }
  };
  if (!('kept' in page.dataset)) restore();
  page.addEventListener('input', keep);

  // Faults.
  const inputOf = (field) => field.querySelector('input, select, textarea');
  const show = (field, fault) => {
    const line = document.getElementById(`e-${field.dataset.key}`);
    line.textContent = fault ?? '';
    line.hidden = !fault;
    const target = field.tagName === 'FIELDSET' ? field : inputOf(field);
    if (fault) target.setAttribute('aria-invalid', 'true');
    else target.removeAttribute('aria-invalid');
  };
  const faultOf = (field) => {
    const input = inputOf(field);
    const required = 'required' in field.dataset;
    if (field.dataset.kind === 'file') {
      const files = [...input.files];
      const kinds = input.accept ? input.accept.split(',') : [];
      if (files.length === 0) return required ? say('no-file') : null;
      if (files.length > Number(input.dataset.most)) return say('too-many-files', input.dataset.most);
      if (files.some((file) => file.size > input.dataset.megabytes * 1048576)) return say('file-too-large', input.dataset.megabytes);
      return kinds.length && files.some((file) => !kinds.some((kind) => file.name.toLowerCase().endsWith(kind))) ? say('file-kind', kinds.join(', ')) : null;
    }
    if (field.dataset.kind === 'multiplechoice') return required && !field.querySelector('input:checked') ? say('required') : null;
    if (field.dataset.kind === 'consent') return required && !input.checked ? say('not-agreed') : null;
    const value = input.value.trim();
    if (!value) return required && !input.validity.badInput ? say('required') : null;
    if (field.dataset.kind === 'email') return /^[^\s@]+@[^\s@]+$/.test(value) ? null : say('not-email');
    if (field.dataset.kind === 'phone') return /^[+\d ()\-./]+$/.test(value) && value.replace(/\D/g, '').length >= 5 ? null : say('not-phone');
    return null;
  };
  // A line that appears while the button is pressed would move it from under the finger; sending looks at every field anyway.
  let pressed = false;
  button.addEventListener('pointerdown', () => (pressed = true));
  for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (pressed = false));
  for (const field of fields) {
    field.addEventListener('change', () => pressed || show(field, faultOf(field)));
    if (field.dataset.kind !== 'file') continue;
    const list = field.querySelector('.files');
    inputOf(field).addEventListener('change', (event) => {
      list.replaceChildren(...[...event.target.files].map((file) => {
        const line = document.createElement('li');
        line.textContent = `${file.name} (${file.size < 104858 ? `${Math.ceil(file.size / 1024)} KB` : `${(file.size / 1048576).toFixed(1)} MB`})`;
        return line;
      }));
    });
  }
  const summarize = (sentence, faults = []) => {
    document.querySelector('.summary')?.remove();
    if (!sentence) return;
    const box = document.createElement('div');
    box.className = 'summary';
    box.setAttribute('role', 'alert');
    box.tabIndex = -1;
    const line = document.createElement('p');
    line.textContent = sentence;
    const list = document.createElement('ul');
    for (const [field, fault] of faults) {
      const item = document.createElement('li');
      if (field) {
        const link = document.createElement('a');
        link.href = `#f-${field.dataset.key}`;
        link.textContent = field.dataset.label;
        item.append(link, ': ');
      }
      item.append(fault);
      list.append(item);
    }
    box.append(line, list);
    page.before(box);
    box.focus();
  };

  // Proof of work: SHA-256 (FIPS 180-4) of "nonce:number", tried in slices so short that the page stays quick.
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const part = (x) => ((x - Math.floor(x)) * 4294967296) | 0;
  const K = Int32Array.from(primes, (p) => part(Math.cbrt(p)));
  const H = primes.slice(0, 8).map((p) => part(Math.sqrt(p)));
  const w = new Int32Array(64);
  const firstWord = (text) => { // of a text shorter than one block
    w.fill(0);
    for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
    w[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
    w[15] = text.length * 8;
    const turn = (x, n) => (x >>> n) | (x << (32 - n));
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15], b = w[i - 2];
      w[i] = (w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, h] = H;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    return (H[0] + a) >>> 0;
  };
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const solve = async (nonce) => {
    const bits = Number(page.dataset.bits);
    for (let n = 0; ; ) {
      for (const until = performance.now() + 12; performance.now() < until; n++) if (firstWord(`${nonce}:${n}`) >>> (32 - bits) === 0) return String(n);
      await pause(0);
    }
  };
  let solving = Promise.resolve('');
  const challenge = () => {
    if (page.dataset.bits) solving = solve(stamp.dataset.nonce);
  };
  const sum = page.querySelector('.sum');
  if (sum) {
    sum.hidden = true;
    sum.querySelector('input').required = false;
  }
  challenge();

  // Sending.
  const post = async () => {
    await pause(Math.max(0, 2200 - (performance.now() - opened))); // who fills in by autofill is quick without being a robot
    proof.value = await solving;
    const answer = await fetch(page.dataset.action, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } });
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) {
      forget();
      location.assign(told.thanks);
      return true;
    }
    if (told.stamp && told.stamp !== stamp.value) {
      stamp.value = told.stamp;
      stamp.dataset.nonce = told.nonce;
      challenge();
    }
    const faults = Object.entries(told.errors ?? {}).map(([key, fault]) => [fields.find((field) => field.dataset.key === key), fault]);
    for (const [field, fault] of faults) if (field) show(field, fault);
    summarize(told.title ?? say('failed'), faults);
    return false;
  };
  let busy = false;
  page.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    keep();
    const faults = fields.map((field) => [field, faultOf(field)]);
    for (const [field, fault] of faults) show(field, fault);
    const wrong = faults.filter(([, fault]) => fault);
    summarize(wrong.length ? say('faults') : null, wrong);
    if (wrong.length) return;
    busy = true;
    button.setAttribute('aria-busy', 'true');
    standing.textContent = say('sending');
    const sent = await post().catch(() => summarize(say('failed')));
    if (sent) return;
    busy = false;
    button.removeAttribute('aria-busy');
    standing.textContent = '';
  });
})();
