/** What would set `window.hacked` if anything of it ran, in the ways that browsers have run pasted HTML. */
const attack = 'window.hacked=true;parent.hacked=true;top.hacked=true';

const handlers = [
  'onload onerror onclick onfocus onmouseover onpointerenter onanimationstart ontransitionend ontoggle onbegin onscroll',
  'oncut onpaste onbeforeinput oninput onpageshow onhashchange onresize onwheel onstart onfinish onbeforetoggle',
]
  .join(' ')
  .split(' ');
const carriers = [
  (on: string) => `<img src=x ${on}="${attack}">`,
  (on: string) => `<svg ${on}="${attack}"><rect width=1 height=1 /></svg>`,
  (on: string) => `<svg><animate attributeName=x dur=1s ${on}="${attack}"></svg>`,
  (on: string) => `<body ${on}="${attack}">kropp</body>`,
  (on: string) => `<input autofocus ${on}="${attack}">`,
  (on: string) => `<details open ${on}="${attack}"><summary>s</summary>d</details>`,
  (on: string) => `<video autoplay ${on}="${attack}"><source ${on}="${attack}" src=x></video>`,
  (on: string) => `<iframe ${on}="${attack}" srcdoc="<script>${attack}</script>"></iframe>`,
  (on: string) => `<p style="animation:x 1s" tabindex=0 ${on}="${attack}">avsnitt</p>`,
  (on: string) => `<marquee ${on}='${attack}'>tekst</marquee>`,
  (on: string) =>
    `<math><mtext><table><mglyph><style><img src=x ${on}="${attack}"></style></mglyph></table></mtext></math>`,
  (on: string) => `<noscript><p title="</noscript><img src=x ${on}='${attack}'>"></noscript>`,
  (on: string) => `<template><img src=x ${on}="${attack}"></template>`,
  (on: string) => `<svg></p><style><a id="</style><img src=1 ${on}='${attack}'>">`,
  (on: string) => `<form><math><mtext></form><form><mglyph><style></math><img src ${on}='${attack}'>`,
  (on: string) => `<select><option><style></option></select><img src=x ${on}='${attack}'></style></select>`,
  (on: string) => `<xmp><img src=x ${on}="${attack}"></xmp><plaintext-like>`,
  (on: string) => `<object data="data:text/html,<script>${attack}</script>" ${on}="${attack}"></object>`,
];

const schemes = [
  `javascript:${attack}`,
  `JaVaScRiPt:${attack}`,
  `java\tscript:${attack}`,
  `java\nscript:${attack}`,
  `\u0001javascript:${attack}`,
  ` javascript:${attack}`,
  `javascript&colon;${attack}`,
  `&#106;avascript:${attack}`,
  `data:text/html,<script>${attack}</script>`,
  `data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGFja2VkPXRydWU8L3NjcmlwdD4=`,
  `vbscript:${attack}`,
  `blob:https://eksempel.no/1`,
  'file:///etc/passwd',
  'filesystem:https://eksempel.no/x',
  'ms-word:ofe|u|https://eksempel.no/x.docx',
  'https://bank.no@ond.no/',
  '//ond.no/x',
];
const linkCarriers = [
  (address: string) => `<a href="${address}">lenke</a>`,
  (address: string) => `<a href="${address}"><b>lenke</b></a>`,
  (address: string) => `<svg><a xlink:href="${address}"><text>lenke</text></a></svg>`,
  (address: string) => `<form action="${address}"><button formaction="${address}">knapp</button></form>`,
  (address: string) => `<iframe src="${address}"></iframe>`,
  (address: string) => `<meta http-equiv=refresh content="0;url=${address}">`,
  (address: string) => `<base href="${address}"><a href="x">lenke</a>`,
  (address: string) => `<embed src="${address}">`,
];

const others = [
  `<script>${attack}</script>`,
  `<script src="data:text/javascript,${attack}"></script>`,
  `<scr<script>ipt>${attack}</script>`,
  `<style>@import 'javascript:${attack}'; *{background:url("javascript:${attack}")}</style>`,
  `<link rel=stylesheet href="javascript:${attack}">`,
  `<p style="background:url(javascript:${attack});--link:&quot;javascript:${attack}&quot;">stil</p>`,
  `<svg><script>${attack}</script></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>${attack}</script></svg>#x"/></svg>`,
  `<!--[if gte mso 9]><xml><o:OLEObject/></xml><script>${attack}</script><![endif]-->`,
  `<div>${'<b>'.repeat(20_000)}dypt${'</b>'.repeat(20_000)}</div>`,
  `<isindex type=image src=1 onerror=${attack}>`,
  `<p id=harness name=harness>klobber</p><form name=document><input name=cookie></form>`,
];

/** More than 500 pieces of HTML that nobody should run. */
export const hostileHtml: readonly string[] = [
  ...carriers.flatMap((carry) => handlers.map(carry)),
  ...linkCarriers.flatMap((carry) => schemes.map(carry)),
  ...others,
];
