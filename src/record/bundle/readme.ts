export const README = `Muster — record of one incident / 单起事故记录导出包
======================================================================

What is what / 内容说明
----------------------------------------------------------------------
manifest.json    what this is, who exported it when, and the SHA-256 of every file
                 清单：导出人、导出时间、各文件的 SHA-256
incident.json    where the incident stood at the last event (a projection of the events),
                 and what the public page shows of it
                 事故当前状态（由事件推算得出），以及公开页面所示内容
events.jsonl     every event, one JSON object a line, with hash; free texts stand beside, with salt and digest
                 全部事件，每行一个 JSON；自由文字另附盐值和摘要
messages.jsonl   the accepted messages; "firstSeq" is the first event that each caused
                 已受理的消息；firstSeq 为其引起的第一个事件
notices.jsonl    who was told what and whether it arrived, by ids; no addresses, no links
                 通知回执，仅含编号，不含地址和链接
plans/           each version of the plan that the incident ran by, as it was in force
                 事故所依据的各版预案全文
bases/           the compiled plan with the holders of posts, at the report and at the end
                 报告时与最后的预案编译件及任职情况
documents/       what was written about the incident, in every format and language
                 事故文书，含各种格式和语言
evidence/        files that show what was done; those left out stand in the manifest without a path
                 凭证文件；未附的文件在清单中没有 path
improvements/    what came out of the incident: of each where it stood, its events, and the files that were handed in
                 由事故产生的改进措施：各项的当前状态、全部事件和提交的凭证文件

How to check it / 校验方法
----------------------------------------------------------------------
With any checkout of Muster, offline / 用任一 Muster 副本离线校验：

    npx muster verify-record --bundle <this file> --sha256 <as printed at the export>

By hand / 手工校验：

1. SHA-256 of the whole ZIP = what the export printed; of each file = what the manifest says.
   整个 ZIP 的 SHA-256 应与导出时显示的一致；各文件的 SHA-256 应与清单一致。
2. For each line of events.jsonl / 对 events.jsonl 的每一行：
   hash = SHA-256 of the JSON {"event": event, "incidentId": …, "prev": …, "texts": {field: digest, …}}
   in the form of RFC 8785; "prev" is the hash of the line before, 64 zeros for the first.
   按 RFC 8785 形式序列化；prev 为上一行的 hash，首行为 64 个 0。
   The events of an improvement are a chain of their own, with "improvement/" and its id as "incidentId".
   每项改进措施的事件自成一链，其 incidentId 为 "improvement/" 加编号。
3. digest of each text = SHA-256 of salt + text; where a text was erased there is only the digest.
   每处文字的 digest = SHA-256(salt + text)；文字已删除的只余 digest。
4. The hash of the last line = "head" in the manifest. Whoever can write the database can write a whole chain:
   compare it with a head that was kept elsewhere.
   末行 hash 应等于清单中的 head。能写数据库的人可以重写整条链，请与另处保存的 head 核对。
5. documentWritten, taskFinished, obligationsFiled and handedIn name the SHA-256 of their files; reported and planMoved name
   that of the plan (RFC 8785 form of "document").
   上述事件载有文件的 SHA-256；reported 与 planMoved 载有预案 document 的 SHA-256（RFC 8785 形式）。
`;
