'use strict';

// Asks what the endpoint knows every two seconds and shows it. What it shows is text: nothing of it becomes markup.
(() => {
  const every = 2000, rows = 200;
  const at = id => document.getElementById(id);
  let token = sessionStorage.getItem('token') || '';

  const ask = async (path, method = 'GET') => {
    const headers = { Accept: 'application/json' };
    if (token) headers.Authorization = 'Bearer ' + token;
    const answer = await fetch(path, { method, headers, cache: 'no-store' });
    if (answer.status === 401) throw Object.assign(new Error('The token is needed, or another one.'), { needsToken: true });
    const body = answer.status === 204 ? null : await answer.json();
    return { ok: answer.ok, status: answer.status, body };
  };

  const size = bytes => {
    for (const [unit, factor] of [['GB', 1e9], ['MB', 1e6], ['kB', 1e3]]) if (bytes >= factor) return (bytes / factor).toFixed(1) + ' ' + unit;
    return bytes + ' B';
  };
  const time = seconds => {
    const s = Math.floor(seconds), two = n => String(n).padStart(2, '0');
    return (s >= 3600 ? Math.floor(s / 3600) + ':' + two(Math.floor(s / 60) % 60) : Math.floor(s / 60)) + ':' + two(s % 60);
  };
  const film = path => {
    if (!path) return '';
    try { return decodeURIComponent(path); } catch { return path; }
  };

  const cell = (text, kind) => {
    const td = document.createElement('td');
    td.textContent = text;
    if (kind) td.className = kind;
    return td;
  };

  const row = c => {
    const tr = document.createElement('tr');
    if (c.state === 'AwaitingRequest') tr.className = 'idle';
    const path = cell(film(c.path), 'film');
    path.title = c.userAgent || '';
    const cut = document.createElement('button');
    cut.textContent = 'Cut off';
    cut.dataset.id = c.id;
    const last = document.createElement('td');
    last.append(cut);
    tr.append(cell(c.id, 'number'), cell(c.client), path, cell(c.position === undefined ? '' : size(c.position), 'number'), cell(size(c.bytesSent), 'number'),
      cell(size(c.bytesPerSecond) + '/s', 'number'), cell(c.state), cell(time(c.age), 'number'), cell(c.requests, 'number'), last);
    return tr;
  };

  const show = (list, catalog, ready) => {
    at('state').textContent = ready.ok ? ready.body.status : ready.body.detail;
    at('total').textContent = list.total;
    at('busy').textContent = list.connections.filter(c => c.bytesPerSecond > 0).length;
    at('rate').textContent = size(list.connections.reduce((sum, c) => sum + c.bytesPerSecond, 0)) + '/s';
    at('files').textContent = catalog.files + (catalog.scanning ? ', scanning' : '');
    at('problems').replaceChildren(...catalog.problems.map(p => {
      const li = document.createElement('li');
      li.textContent = (p.path || 'content') + ': ' + p.reason;
      return li;
    }));
    // A button that is about to be pressed stays where it is.
    if (!at('rows').matches(':active')) at('rows').replaceChildren(...list.connections.map(row));
  };

  const tell = error => {
    at('message').textContent = error ? error.message : '';
    at('ask').hidden = !(error && error.needsToken);
  };

  const refresh = async () => {
    try {
      const [list, catalog, ready] = await Promise.all([ask('/connections?limit=' + rows), ask('/catalog'), ask('/health/ready')]);
      const failed = [list, catalog].find(answer => !answer.ok);
      if (failed) throw new Error(failed.body.detail || failed.body.title);
      show(list.body, catalog.body, ready);
      tell(null);
    } catch (error) {
      tell(error instanceof TypeError ? new Error('The server does not answer.') : error);
    }
  };

  at('rows').addEventListener('click', async event => {
    const id = event.target.dataset.id;
    if (!id) return;
    event.target.disabled = true;
    try {
      const answer = await ask('/connections/' + id, 'DELETE');
      if (!answer.ok && answer.status !== 404) throw new Error(answer.body.detail || answer.body.title);
    } catch (error) {
      tell(error);
    }
    await refresh();
  });

  at('ask').addEventListener('submit', event => {
    event.preventDefault();
    token = at('token').value;
    sessionStorage.setItem('token', token);
    refresh();
  });

  const turn = async () => {
    if (!document.hidden) await refresh();
    setTimeout(turn, every);
  };
  turn();
})();
