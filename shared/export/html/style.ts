/**
 * How a paper looks in a browser: on a screen, in the dark, on a narrow screen, and printed. No font is fetched. Numbered lines are set so that
 * the longest that a title or heading can have fits: a line of ours is one line of print. A logo is drawn for white paper, and keeps it in the dark.
 */
export const htmlStyle = `
:root{color-scheme:light dark;--paper:#fffdf9;--ink:#1d1b18;--quiet:#5c574f;--rule:#d9d3c8;--accent:#7a1f2b;--new:#17602f;--struck:#a4161a}
@media screen and (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ece7de;--quiet:#a9a297;--rule:#413d37;--accent:#e79aa5;--new:#86d3a0;--struck:#ff9c9c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 "Source Serif 4","Source Serif Pro",Georgia,"Times New Roman",serif;hyphens:manual;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:3rem 1.25rem 4rem 4rem}
main.wide{max-width:80rem;padding-left:1.25rem}
.kicker,.facts-line,.note,th,.remark,nav{font-family:Inter,system-ui,"Segoe UI",Arial,sans-serif}
.kicker{margin:0;font-size:.8rem;font-weight:600;letter-spacing:.05em;text-transform:uppercase;color:var(--accent)}
.facts-line{margin:.4rem 0 2rem;padding-bottom:1rem;border-bottom:2px solid var(--accent);font-size:.8rem;color:var(--quiet)}
h1{font-size:1.65rem;line-height:1.2;margin:0 0 1.2rem;text-wrap:balance}
h2,h3,h4,h5,h6{line-height:1.25;margin:2.2rem 0 .7rem;break-after:avoid}
h2{font-size:1.35rem}h3{font-size:1.15rem}h4,h5,h6{font-size:1rem}
.number{color:var(--accent);margin-right:.6em}
p{margin:0 0 .8rem}
.lead-in{margin:1.1rem 0 .5rem;break-after:avoid}
ul.points{list-style:none;margin:0 0 1rem;padding:0}
ul.points>li{display:grid;grid-template-columns:2.2em minmax(0,1fr);margin:0 0 .45rem;break-inside:avoid}
ul.points .label{color:var(--quiet);text-align:right;padding-right:.7em}
.line{display:block;position:relative;white-space:pre-wrap}
.line::before{content:attr(data-line);display:inline-block;width:2.6em;margin:0 1.2em 0 -3.8em;text-align:right;font:.7rem/1 Inter,system-ui,sans-serif;color:var(--quiet);user-select:none;-webkit-user-select:none}
li .line::before{margin:0 calc(1.2em + 2.3375rem) 0 calc(-3.8em - 2.3375rem)}
h1 .line{font-size:1.22rem}h2 .line{font-size:1.15rem}
li .line::before{margin-right:calc(1.2em + 2.3375rem)}
ins{color:var(--new);text-decoration:underline}
del{color:var(--struck);text-decoration:line-through}
del::before{content:"["}del::after{content:"]"}
ins.moved{text-decoration-style:dashed}
.remark{font-size:.75rem;color:var(--quiet)}
.quotation{margin:.5rem 0 1rem;padding:.4rem 0 .1rem 1rem;border-left:3px solid var(--rule)}
.instruction{font-style:italic;margin:1rem 0 .4rem;break-after:avoid}
.apart{margin-top:2.2rem}
.note{margin-top:2.5rem;font-size:.78rem;color:var(--quiet)}
dl{display:grid;grid-template-columns:fit-content(45%) minmax(0,1fr);gap:.2rem 1.2rem;margin:0 0 1.2rem}
dt{color:var(--quiet)}dd{margin:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:1rem 0}
th{font-size:.75rem;text-align:left;border-bottom:2px solid var(--accent);padding:.4rem .5rem;vertical-align:bottom}
td{border-bottom:1px solid var(--rule);padding:.45rem .5rem;vertical-align:top;min-width:3rem}
td p:last-child{margin-bottom:0}
figure{margin:1rem 0}figure img{display:block;max-width:100%;height:auto}figcaption{margin-top:.4rem;font-size:.8rem;color:var(--quiet)}
a{color:inherit}
nav ul{list-style:none;padding:0;font-size:.9rem}nav .level-2{padding-left:1.6em}
.organisation{display:flex;flex-wrap:wrap;align-items:center;gap:1rem;margin:0 0 1.6rem;font-family:Inter,system-ui,"Segoe UI",Arial,sans-serif;font-weight:600}.organisation p{margin:0}.organisation img{max-width:100%;height:auto}
@media screen and (prefers-color-scheme:dark){.organisation img{background:#fffdf9;padding:.4rem;border-radius:3px}}
sup a{text-decoration:none}nav li{margin:.2rem 0}
:target{scroll-margin-top:1rem;background:color-mix(in srgb,var(--accent) 12%,transparent)}
@media (max-width:40rem){main{padding-left:3rem}table{font-size:.85rem;min-width:36rem}dl{grid-template-columns:minmax(0,1fr)}dd{margin:0 0 .5rem}}
@media print{:root{--paper:#fff;--ink:#000}body{font-size:10.5pt}main{max-width:none;padding:0 0 0 1.6cm}main.wide{padding:0}thead{display:table-header-group}tr{break-inside:avoid}.line{white-space:pre}h1 .line,h2 .line,h3 .line{font-size:1.05rem}@page{size:A4;margin:2.4cm 2.2cm}}
@media print{.landscape{page:sideways}@page sideways{size:A4 landscape}}
`
  .trim()
  .replace(/\n/g, '');
