// Films of which something is still being found out, a picture or how long they last, get it while the page is open.
(() => {
  'use strict';
  const first = 1500, most = 30000;
  let pause = first, timer;
  const waiting = () => [...document.querySelectorAll('.card[data-waits]')];

  async function look() {
    // The whole page once more: it is small, and not sent at all when nothing has changed.
    if (!document.hidden) {
      try {
        const answer = await fetch(location.href.split('#')[0], { headers: { Accept: 'text/html' } });
        if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      } catch { /* the server is away: later, then */ }
    }
    pause = Math.min(pause * 1.3, most);
    plan();
  }

  function take(page) {
    const found = new Map([...page.querySelectorAll('.card[data-path]')].map(card => [card.dataset.path, card]));
    for (const card of waiting()) {
      const now = found.get(card.dataset.path);
      if (!now || now.querySelector('.poster').innerHTML === card.dataset.waits) continue;
      // What was drawn by a script stays: see library.js.
      card.querySelector('.poster').replaceChildren(...now.querySelector('.poster').cloneNode(true).childNodes);
      if ('waits' in now.dataset) card.dataset.waits = now.querySelector('.poster').innerHTML;
      else delete card.dataset.waits;
      dispatchEvent(new CustomEvent('vod-card', { detail: card }));
    }
  }

  function plan() {
    clearTimeout(timer);
    if (waiting().length) timer = setTimeout(look, pause);
  }
  addEventListener('vod-cards', () => { pause = first; plan(); });
  addEventListener('pageshow', () => { pause = first; plan(); });
})();
