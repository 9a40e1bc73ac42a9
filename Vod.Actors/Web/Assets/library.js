// The library page with a script: search and sort at once, how far each film was watched, and the row to go on with.
(() => {
  'use strict';
  document.documentElement.classList.add('js');
  const main = document.querySelector('main');
  const form = document.querySelector('.search');
  const read = () => { try { return JSON.parse(localStorage.getItem('vod.progress')) || {}; } catch { return {}; } };
  const encode = path => path.split('/').map(encodeURIComponent).join('/');
  const clock = seconds => {
    const s = Math.max(0, Math.round(seconds)), two = n => String(n).padStart(2, '0');
    return s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
  };
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const bar = (entry, title) => {
    const progress = make('progress', 'progress');
    progress.max = entry.d;
    progress.value = entry.t;
    progress.setAttribute('aria-label', `${title}: watched so far`);
    return progress;
  };

  function mark(only) {
    const seen = read();
    for (const card of only ? [only] : document.querySelectorAll('#results .card')) {
      card.querySelector('.progress')?.remove();
      const entry = seen[card.dataset.path];
      if (entry) card.querySelector('.poster').append(bar(entry, card.querySelector('.name').textContent));
    }
  }

  function goOn() {
    const section = document.getElementById('continue'), row = section.querySelector('ul');
    const folder = main.dataset.folder ? main.dataset.folder + '/' : '';
    const entries = Object.entries(read()).filter(([path]) => path.startsWith(folder)).sort((a, b) => b[1].at - a[1].at).slice(0, 12);
    row.replaceChildren(...entries.map(([path, entry]) => {
      const card = make('li', 'card'), link = make('a'), poster = make('span', 'poster'), image = make('img'), name = make('span', 'name');
      link.href = '/-/watch/' + encode(path);
      image.src = '/-/poster/' + encode(path);
      image.alt = '';
      // The film is gone, and so is what was remembered of it.
      image.addEventListener('error', () => {
        const seen = read();
        delete seen[path];
        localStorage.setItem('vod.progress', JSON.stringify(seen));
        card.remove();
        section.hidden = row.children.length === 0;
      });
      name.append(make('bdi', '', entry.name));
      poster.append(image, bar(entry, entry.name));
      link.append(poster, name);
      card.append(link, make('span', 'about', `${clock(entry.d - entry.t)} left`));
      return card;
    }));
    section.hidden = entries.length === 0 || form.elements.q.value.trim() !== '';
  }

  let asked = 0;
  async function search() {
    const turn = ++asked;
    const parameters = new URLSearchParams();
    if (form.elements.q.value.trim()) parameters.set('q', form.elements.q.value.trim());
    if (form.elements.sort.value !== 'name') parameters.set('sort', form.elements.sort.value);
    const address = form.getAttribute('action') + (parameters.size ? '?' + parameters : '');
    const results = document.getElementById('results');
    results.classList.add('busy');
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' } });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (turn !== asked) return;
      results.replaceChildren(...page.getElementById('results').childNodes);
      history.replaceState(null, '', address);
      mark();
      goOn();
      dispatchEvent(new Event('vod-cards'));
    } catch {
      if (turn === asked) location.assign(address);
    } finally {
      if (turn === asked) results.classList.remove('busy');
    }
  }

  let pause;
  form.elements.q.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(search, 150); });
  form.elements.sort.addEventListener('change', search);
  form.addEventListener('submit', event => { event.preventDefault(); clearTimeout(pause); search(); });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); form.elements.q.focus(); }
  });
  addEventListener('pageshow', () => { mark(); goOn(); });
  addEventListener('vod-card', event => mark(event.detail));
})();
