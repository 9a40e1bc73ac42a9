// Plays a film in Firefox without a window, driven over WebDriver BiDi: a moment from its beginning, then from 80 % of it to its end.
//
//   node firefox.mjs URL        in a folder in which `npm install puppeteer-core` was run; FIREFOX names the program, firefox-esr if unset
//
// Prints "at SECONDS" for each place that was reached, "ended SECONDS" at the end; exits with 1 when something does not come within a minute.
import { createRequire } from 'node:module';

const puppeteer = createRequire(process.cwd() + '/')('puppeteer-core');
const film = new URL(process.argv[2]);
const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: { 'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0 },
});
let code = 1;
try {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    // A page of the server's origin with nothing in it.
    await page.goto(new URL('/no-such-page', film).href);
    await page.evaluate(source => {
        const video = globalThis.video = document.createElement('video');
        video.muted = true;
        video.src = source;
        document.body.append(video);
    }, film.href);
    const until = async condition => {
        const failed = await (await page.waitForFunction(`(${condition}) || (video.error && 'media error ' + video.error.code + ': ' + video.error.message)`)).jsonValue();
        if (failed !== true) throw new Error(failed);
    };
    const time = () => page.evaluate(() => video.currentTime);

    await until('video.readyState >= 1');
    await page.evaluate(() => video.play());
    await until('video.currentTime > 1');
    console.log(`at ${await time()}`);
    await page.evaluate(() => { video.currentTime = video.duration * 0.8; });
    await until('!video.seeking && video.readyState >= 2 && video.currentTime >= video.duration * 0.8 - 1');
    console.log(`at ${await time()}`);
    await page.evaluate(() => { video.playbackRate = 16; return video.play(); });
    await until('video.ended');
    console.log(`ended ${await time()}`);
    code = 0;
} catch (e) {
    console.error(e.message);
} finally {
    await browser.close();
}
process.exit(code);
