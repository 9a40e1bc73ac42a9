// The player page with a script: keys, going on where one was, what to say when a film cannot be played.
(() => {
  'use strict';
  const page = document.querySelector('.watch'), player = document.getElementById('player'), video = player.querySelector('video');
  const note = document.getElementById('note'), trouble = document.getElementById('trouble'), help = document.getElementById('help');
  const { path, title, formats } = page.dataset;
  const next = document.querySelector('.neighbours [rel=next]'), previous = document.querySelector('.neighbours [rel=prev]');
  const tracks = () => [...video.textTracks].filter(track => track.kind === 'subtitles' || track.kind === 'captions');
  video.controls = false;
  player.querySelector('media-captions-button').setAttribute('role', 'switch'); // it is checked or not, which a button cannot be
  // What the speed button is called has to contain what it shows.
  const speedButton = player.querySelector('media-playback-rate-button');
  const nameSpeed = () => {
    const name = `Speed ${video.playbackRate}x`;
    if (speedButton.getAttribute('aria-label') !== name) speedButton.setAttribute('aria-label', name);
  };
  new MutationObserver(nameSpeed).observe(speedButton, { attributeFilter: ['aria-label', 'mediaplaybackrate'] });
  nameSpeed();

  let fading;
  const say = text => {
    note.textContent = text;
    note.classList.add('shown');
    clearTimeout(fading);
    fading = setTimeout(() => note.classList.remove('shown'), 900);
  };

  // What was watched, film by film; kept in this browser only.
  const store = {
    read() { try { return JSON.parse(localStorage.getItem('vod.progress')) || {}; } catch { return {}; } },
    write(change) {
      const all = this.read();
      change(all);
      const newest = Object.entries(all).sort((a, b) => b[1].at - a[1].at).slice(0, 200);
      try { localStorage.setItem('vod.progress', JSON.stringify(Object.fromEntries(newest))); } catch { /* no room, or not allowed: then nothing is remembered */ }
    },
  };
  // The first half minute is a look inside, the last twentieth the credits: neither is worth coming back to.
  const counts = (time, duration) => time >= 30 && time <= duration * 0.95;
  let isReady = false, wasSaved = 0;
  function save() {
    const { currentTime: t, duration: d } = video;
    if (!isReady || !Number.isFinite(d)) return;
    wasSaved = Date.now();
    store.write(all => {
      if (counts(t, d)) all[path] = { t, d, at: Date.now(), name: title };
      else delete all[path];
    });
  }
  const seconds = text => {
    const clock = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/.exec(text);
    return clock && text ? (clock[1] || 0) * 3600 + (clock[2] || 0) * 60 + Number(clock[3] || 0) : NaN;
  };
  function fromAddress() {
    const time = seconds(new URLSearchParams(location.hash.slice(1)).get('t') ?? '');
    if (Number.isFinite(time)) video.currentTime = time;
    return Number.isFinite(time);
  }
  function begin() {
    const entry = store.read()[path];
    if (!fromAddress() && entry && counts(entry.t, video.duration)) {
      video.currentTime = entry.t;
      say('Going on where you were');
    }
    isReady = true;
    if (sessionStorage.getItem('vod.follows') === path) video.play().catch(() => { /* this browser wants a click first */ });
    sessionStorage.removeItem('vod.follows');
    if (!video.videoWidth && /H\.26|HEVC|AV1|VP[89]|MPEG|ProRes|Theora/.test(formats)) explain('This browser plays only the sound of this film');
  }
  if (video.readyState >= 1) begin();
  else video.addEventListener('loadedmetadata', begin, { once: true });
  addEventListener('hashchange', fromAddress);
  video.addEventListener('timeupdate', () => { if (!video.paused && Date.now() - wasSaved > 5000) save(); });
  for (const name of ['pause', 'seeked', 'ended']) video.addEventListener(name, save);
  addEventListener('pagehide', save);

  function explain(sentence) {
    const why = 'damaged' in page.dataset ? 'it seems to be damaged or incomplete' : `it would need ${formats}`;
    trouble.textContent = `${sentence}: ${why}. Use one of the lines under “Play it elsewhere”, or download it.`;
    trouble.hidden = false;
    document.querySelector('.elsewhere').open = true;
  }
  function failed() {
    if (video.error?.code === MediaError.MEDIA_ERR_NETWORK) {
      trouble.textContent = 'The connection to the server was lost. Reload the page to go on where you were.';
      trouble.hidden = false;
    } else if (video.error) {
      page.querySelector('.stage').classList.add('failed'); // no black box
      explain('This browser cannot play this file');
    }
  }
  video.addEventListener('error', failed);
  if (video.error) failed();

  // Subtitles stay on or off from one film to the next.
  const showTrack = on => {
    tracks().forEach((track, i) => { track.mode = on && i === preferred() ? 'showing' : 'disabled'; });
  };
  const preferred = () => {
    const wanted = localStorage.getItem('vod.subtitles');
    const by = test => tracks().findIndex(test);
    const found = [by(track => track.label === wanted), by(track => navigator.language.startsWith(track.language))].find(i => i >= 0);
    return found ?? 0;
  };
  if (tracks().length && localStorage.getItem('vod.subtitles')) showTrack(true);
  video.textTracks.addEventListener('change', () => {
    const shown = tracks().find(track => track.mode === 'showing');
    if (shown) localStorage.setItem('vod.subtitles', shown.label);
    else localStorage.removeItem('vod.subtitles');
  });
  function subtitles() {
    if (!tracks().length) return say('No subtitles');
    const on = !tracks().some(track => track.mode === 'showing');
    showTrack(on);
    say(on ? 'Subtitles on' : 'Subtitles off');
  }

  const rates = [0.5, 0.75, 1, 1.25, 1.5, 2];
  const speed = step => {
    const at = rates.findIndex(rate => rate >= video.playbackRate - 0.01);
    video.playbackRate = rates[Math.min(Math.max(at + step, 0), rates.length - 1)];
    say(`Speed ${video.playbackRate}×`);
  };
  const jump = by => {
    video.currentTime = Math.min(Math.max(video.currentTime + by, 0), video.duration || 0);
    say(`${by > 0 ? '+' : '−'}${Math.abs(by)} s`);
  };
  const volume = by => {
    video.volume = Math.min(Math.max(video.volume + by, 0), 1);
    video.muted = false;
    say(`Volume ${Math.round(video.volume * 100)} %`);
  };
  const toggle = () => { if (video.paused) video.play().catch(failed); else video.pause(); };
  const fullscreen = () => document.fullscreenElement ? document.exitFullscreen() : player.requestFullscreen?.().catch(() => say('No full screen here'));
  const go = link => { if (link) location.assign(link.href); };
  const keys = {
    ' ': toggle, k: toggle, j: () => jump(-10), l: () => jump(10), ArrowLeft: () => jump(-5), ArrowRight: () => jump(5),
    ArrowUp: () => volume(0.05), ArrowDown: () => volume(-0.05), m: () => { video.muted = !video.muted; say(video.muted ? 'Sound off' : 'Sound on'); },
    f: fullscreen, c: subtitles, '<': () => speed(-1), '>': () => speed(1), n: () => go(next), p: () => go(previous),
    '?': () => { if (help.open) help.close(); else help.showModal(); },
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const target = event.composedPath()[0];
    const isRange = target instanceof HTMLInputElement && target.type === 'range';
    if (!isRange && target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return;
    if (isRange && event.key.startsWith('Arrow')) return;
    if (event.key === ' ' && target instanceof Element && (target.closest('a, button, summary') || /^MEDIA-.*-BUTTON$/.test(target.tagName))) return;
    if (help.open && event.key !== '?') return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (/^[0-9]$/.test(key) && video.duration) {
      video.currentTime = video.duration * key / 10;
      say(`${key}0 %`);
    } else if (keys[key]) {
      keys[key]();
    } else {
      return;
    }
    event.preventDefault();
  });
  // At the end the next film of the folder follows, unless one wants to stay.
  const upNext = document.getElementById('up-next');
  if (upNext) {
    const left = upNext.querySelector('span');
    let ticking;
    const follow = () => {
      try { sessionStorage.setItem('vod.follows', decodeURIComponent(new URL(next.href).pathname.slice('/-/watch/'.length))); } catch { /* then it waits for a click */ }
      go(next);
    };
    const stay = () => { clearInterval(ticking); upNext.hidden = true; };
    video.addEventListener('ended', () => {
      left.textContent = 5;
      upNext.hidden = false;
      clearInterval(ticking);
      ticking = setInterval(() => {
        left.textContent -= 1;
        if (left.textContent === '0') { clearInterval(ticking); follow(); }
      }, 1000);
    });
    for (const name of ['play', 'seeking']) video.addEventListener(name, stay);
    document.getElementById('stay').addEventListener('click', stay);
    document.getElementById('play-next').addEventListener('click', follow);
  }

  const helpButton = document.getElementById('help-button');
  helpButton.hidden = !matchMedia('(any-pointer: fine)').matches;
  helpButton.addEventListener('click', keys['?']);

  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const field = button.parentElement.querySelector('input');
      field.select();
      // Plain http has no clipboard of its own: the old way still works there.
      try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand('copy'); }
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
  }

  if ('mediaSession' in navigator) {
    navigator.mediaSession.metadata = new MediaMetadata({ title, artwork: [{ src: '/-/poster/' + path.split('/').map(encodeURIComponent).join('/') }] });
    const actions = {
      play: () => video.play(), pause: () => video.pause(), seekbackward: () => jump(-10), seekforward: () => jump(10),
      seekto: details => { video.currentTime = details.seekTime; }, previoustrack: previous && (() => go(previous)), nexttrack: next && (() => go(next)),
    };
    for (const [name, handler] of Object.entries(actions)) {
      try { navigator.mediaSession.setActionHandler(name, handler || null); } catch { /* this browser has no such key */ }
    }
  }
})();
