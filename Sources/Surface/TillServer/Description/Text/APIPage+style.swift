// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: made from openapi.yaml by Scripts/describe, line by line

extension APIPage {
    /// How the page looks.
    static let style = ##"""
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#59636e;--ground:#fff;--card:#f6f8fa;--line:#d1d9e0;--key:#0550ae;--get:#1a7f37;--post:#9a5b00}
        @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b1;--ground:#0d1117;--card:#161b22;--line:#30363d;--key:#79b8ff;--get:#56d364;--post:#e3b341}}
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem}
        body{margin:0;padding:0 1rem 4rem;color:var(--ink);background:var(--ground);font:16px/1.5 system-ui,sans-serif;max-width:78rem}
        h1{margin:1rem 0 0;font-size:1.6rem}h2{margin:2.5rem 0 .25rem;border-bottom:1px solid var(--line)}h3{margin:0;font-size:1.05rem;overflow-wrap:anywhere}h4{margin:.75rem 0 .25rem}
        a{color:var(--key);text-decoration:none}a:hover,a:focus{text-decoration:underline}
        code,pre{font:.875em/1.45 ui-monospace,"DejaVu Sans Mono",monospace}code{overflow-wrap:anywhere}
        pre{margin:.5rem 0;padding:.75rem;background:var(--ground);border:1px solid var(--line);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
        section{margin:1rem 0;padding:1rem;background:var(--card);border:1px solid var(--line);border-radius:8px}section:target{outline:2px solid var(--key)}
        .what{margin:.25rem 0 .5rem}.method{display:inline-block;min-width:3.2rem;padding:0 .4rem;border:1px solid currentColor;border-radius:4px;font:700 .75rem/1.5 ui-monospace,monospace;text-align:center;vertical-align:.1em}.get{color:var(--get)}.post{color:var(--post)}
        .role{display:inline-block;margin-left:.35rem;padding:0 .5rem;border-radius:1rem;background:var(--line);font-size:.75rem}
        .wide{overflow-x:auto}table{width:100%;border-collapse:collapse;font-size:.9375rem}td{padding:.35rem .5rem .35rem 0;border-top:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}td:first-child{min-width:6.5rem}small,.may{color:var(--soft)}
        nav summary{padding:.35rem 0;font-weight:600;cursor:pointer}nav ul{margin:0 0 .5rem;padding:0;list-style:none}nav li a{display:flex;gap:.5rem;align-items:baseline;padding:.35rem 0;color:inherit;font-size:.9375rem}nav .method{flex:none;vertical-align:baseline}section summary{padding:.25rem 0;cursor:pointer;color:var(--key)}
        @media(min-width:60rem){body{display:grid;grid-template-columns:19rem minmax(0,1fr);column-gap:2rem;margin:0 auto}header{grid-column:1/3}nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:1rem 0}nav li a{padding:.15rem 0}}
        """##
}
