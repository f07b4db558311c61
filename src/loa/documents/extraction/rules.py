"""The catalogue of the reader's rules: what each looks for and where that is laid down.

Every anchor carries the name of the rule that read it; `loa extract --explain` prints its sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from loa.core.language import gettext
from loa.core.language import gettext_noop as _

DECREE = _("Nghị định 30/2020/NĐ-CP, Phụ lục I")
TYPES = _("Nghị định 30/2020/NĐ-CP, Phụ lục III")
PARTY = _("Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW")
PRACTICE = _("cách viết quen dùng của văn bản hành chính")
SOUND = _("cách trình bày kế hoạch tuyên truyền quen dùng")


@dataclass(frozen=True, slots=True)
class Rule:
    """One sentence for people, and its source."""

    words: str
    source: str


HEADER = {
    "header.doc-type.heading": Rule(_("Tên loại văn bản in hoa trên dòng riêng, trước trích yếu."), TYPES),
    "header.doc-type.symbol": Rule(_("Văn bản không in tên loại; loại lấy theo chữ viết tắt đầu ký hiệu."), TYPES),
    "header.doc-type.letter": Rule(_("Không có tên loại, có “V/v” hoặc “Kính gửi”: là công văn."), DECREE),
    "header.number": Rule(_("Con số sau chữ “Số”, trước dấu gạch của ký hiệu."), PARTY),
    "header.symbol": Rule(_("Các chữ viết tắt sau số: loại văn bản và cơ quan ban hành."), PARTY),
    "header.parent-issuer": Rule(_("Dòng cơ quan chủ quản ở góc trái, ngay trên cơ quan ban hành."), PARTY),
    "header.issuer.one-line": Rule(_("Cơ quan cuối cùng trên số và ký hiệu ở góc trái, in trên một dòng."), PARTY),
    "header.issuer.more-lines": Rule(_("Cơ quan cuối cùng trên số và ký hiệu, tên in trên nhiều dòng."), PARTY),
    "header.place": Rule(_("Địa danh đứng trước “ngày … tháng … năm …” ở đầu văn bản."), PARTY),
    "header.date": Rule(_("“ngày … tháng … năm …” ở đầu văn bản, đến phần đã điền."), PARTY),
    "header.title.under-type": Rule(_("Các dòng dưới tên loại, đến chỗ phần căn cứ hoặc nội dung bắt đầu."), PARTY),
    "header.title.beside-type": Rule(_("Trích yếu in liền sau tên loại, trên cùng một dòng."), PRACTICE),
    "header.title.about": Rule(_("Các dòng sau “V/v” dưới số và ký hiệu của công văn."), DECREE),
    "header.title.under-number": Rule(_("Các dòng dưới số và ký hiệu của công văn, không in “V/v”."), PRACTICE),
}
FOOT = {
    "signature.authority": Rule(_("Dòng TM., TL., TUQ. hoặc T/M trên chữ ký."), PARTY),
    "signature.capacity": Rule(_("Dòng KT., Q. hoặc K/T trên chữ ký."), PARTY),
    "signature.position": Rule(_("Dòng chức vụ cuối cùng, ngay trên chữ ký."), PARTY),
    "signature.signer": Rule(_("Họ tên dưới chức vụ; bỏ dấu “đã ký”, cấp hàm và học vị."), PARTY),
    "signature.signer-beside-list": Rule(_("Họ tên in cùng dòng với danh sách nơi nhận."), PRACTICE),
    "recipients.dash-line": Rule(_("Mỗi gạch đầu dòng dưới “Nơi nhận” là một nơi nhận."), PARTY),
    "recipients.plain-line": Rule(_("“Nơi nhận” không có gạch đầu dòng: dấu chấm phẩy kết thúc từng nơi."), PRACTICE),
    "recipients.one-line": Rule(_("“Nơi nhận” viết liền: tách theo dấu chấm phẩy."), PRACTICE),
    "archive": Rule(_("Mục “Lưu” dưới “Nơi nhận”; bỏ số bản."), PARTY),
}
BODY = {
    "citation.dated": Rule(_("Văn bản khác nêu bằng số, ký hiệu và ngày ngay sau đó."), PARTY),
    "citation.date-before": Rule(_("Văn bản khác nêu bằng số và ký hiệu; ngày ban hành đứng trước."), PRACTICE),
    "citation.undated": Rule(_("Văn bản khác nêu bằng số và ký hiệu, không ghi đủ ngày."), PARTY),
    "outline.division": Rule(_("Phần, chương hoặc mục có số, đứng đầu dòng."), DECREE),
    "outline.article": Rule(_("“Điều” và số đứng đầu đoạn."), DECREE),
    "outline.capital": Rule(_("Chữ cái in hoa theo thứ tự (A, B, C) trước một đề mục."), PRACTICE),
    "outline.roman": Rule(_("Số La Mã đứng đầu đoạn, theo thứ tự."), DECREE),
    "outline.mended": Rule(_("Số La Mã in lặp; nhận số mà thứ tự đòi hỏi."), PRACTICE),
    "outline.arabic": Rule(_("Số Ả Rập và dấu chấm đứng đầu đoạn, theo thứ tự."), DECREE),
    "outline.nested": Rule(_("Dãy số bắt đầu lại từ 1 bên trong một mục đã đánh số."), PRACTICE),
    "outline.decimal": Rule(_("Số thập phân (1.1, 1.2) dưới mục có số tương ứng."), DECREE),
    "outline.round": Rule(_("Số trong ngoặc đơn đứng đầu đoạn: (1), (2)."), PRACTICE),
    "outline.letter": Rule(_("Chữ cái thường và dấu ngoặc đơn đứng đầu đoạn, theo thứ tự."), DECREE),
    "outline.paragraph": Rule(_("Văn bản không đánh số: đoạn giao việc, đề nghị hoặc thông báo."), PRACTICE),
    "clause": Rule(_("Từ số của mục đến ngay trước mục sau."), DECREE),
}
TIMES = {
    "window.from-to": Rule(_("“từ ngày … đến ngày …”, hoặc hai mốc nối bằng gạch."), PRACTICE),
    "window.deadline": Rule(_("“trước”, “chậm nhất”, “xong trước”, “đến” một mốc thời gian."), PRACTICE),
    "window.since": Rule(_("“từ”, “sau” một mốc, không nêu mốc cuối."), PRACTICE),
    "window.day": Rule(_("Một ngày nêu rõ để làm việc đó."), PRACTICE),
    "window.month": Rule(_("Một tháng nêu rõ để làm việc đó."), PRACTICE),
    "window.quarter": Rule(_("Một quý nêu rõ để làm việc đó."), PRACTICE),
    "window.half-year": Rule(_("Sáu tháng đầu hoặc cuối năm để làm việc đó."), PRACTICE),
    "window.year": Rule(_("Một năm hoặc một giai đoạn nhiều năm để làm việc đó."), PRACTICE),
    "window.repeat": Rule(_("Việc lặp lại: hằng tháng, hằng quý, 6 tháng, hằng năm."), PRACTICE),
}
DUTIES = {
    "assignment.labelled": Rule(_("Đơn vị sau nhãn “Đơn vị thực hiện”, “Chủ trì” hoặc tương tự."), PRACTICE),
    "assignment.listed": Rule(_("Gạch đầu dòng dưới nhãn “Đơn vị thực hiện” để ngỏ."), PRACTICE),
    "assignment.heading": Rule(_("Đề mục của phần tổ chức thực hiện là tên đơn vị."), PRACTICE),
    "assignment.subject": Rule(_("Đơn vị là chủ ngữ của câu nêu việc cụ thể."), PRACTICE),
    "assignment.given": Rule(_("Đơn vị sau “giao”, “yêu cầu”, “phân công”."), PRACTICE),
    "assignment.leads": Rule(_("Đơn vị đứng ngay trước “chủ trì”."), PRACTICE),
    "assignment.request": Rule(_("Đơn vị sau “đề nghị” hoặc “mời”: ngoài quyền giao việc."), PRACTICE),
    "assignment.heading-request": Rule(_("Đề mục “Đề nghị …” nêu tên đơn vị ngoài quyền giao việc."), PRACTICE),
    "assignment.labelled-support": Rule(_("Đơn vị sau nhãn “Phối hợp” hoặc “Đơn vị phối hợp”."), PRACTICE),
    "assignment.listed-support": Rule(_("Gạch đầu dòng dưới nhãn “Đơn vị phối hợp” để ngỏ."), PRACTICE),
    "assignment.support": Rule(_("Đơn vị sau “phối hợp với”."), PRACTICE),
    "reporting.sentence": Rule(_("Câu có “báo cáo” và nơi nhận báo cáo."), PRACTICE),
    "reporting.section": Rule(_("Mục về chế độ báo cáo: nơi nhận nêu một lần cho cả mục."), PRACTICE),
}
CAMPAIGN = {
    "topics.section": Rule(_("Mục con của phần “Nội dung tuyên truyền”."), SOUND),
    "activities.section": Rule(_("Mục con của phần “Hình thức tuyên truyền”."), SOUND),
    "topics.telling": Rule(_("Không có phần “Nội dung”: mục giao việc tuyên truyền, phổ biến."), PRACTICE),
    "activities.telling": Rule(_("Không có phần “Hình thức”: mục nêu cách tuyên truyền, phổ biến."), PRACTICE),
    "topics.paragraph": Rule(_("Văn bản không đánh số: đoạn giao việc tuyên truyền, phổ biến."), PRACTICE),
    "activities.paragraph": Rule(_("Văn bản không đánh số: đoạn nêu cách tuyên truyền, phổ biến."), PRACTICE),
    "budget.section": Rule(_("Đề mục nêu kinh phí, nguồn vốn hoặc dự toán."), PRACTICE),
    "audience.section": Rule(_("Mục “Đối tượng tuyên truyền”."), SOUND),
    "audience.label": Rule(_("Dòng có nhãn “Đối tượng:”."), SOUND),
    "audience.sentence": Rule(_("Nhóm người sau động từ tuyên truyền, phổ biến, vận động."), SOUND),
}
TABLES = {
    "cost.sentence": Rule(_("Câu nêu nguồn kinh phí hoặc số tiền trong mục kinh phí."), PRACTICE),
    "cost.row": Rule(_("Một dòng của bảng dự toán, theo đề mục các cột."), PRACTICE),
    "task.row": Rule(_("Một dòng của bảng phân công, theo đề mục các cột."), PRACTICE),
    "unit.named": Rule(_("Mọi chỗ văn bản nêu tên đơn vị, gộp các cách viết của một đơn vị."), PRACTICE),
}
RULES: dict[str, Rule] = {**HEADER, **FOOT, **BODY, **TIMES, **DUTIES, **CAMPAIGN, **TABLES}


def explained(name: str) -> str:
    """What the rule looks for and its source, in the reader's language; empty where no rule read the field."""
    rule = RULES.get(name)
    if rule is None:
        return ""
    return gettext("{rule} Nguồn: {source}.").format(rule=gettext(rule.words), source=gettext(rule.source))
