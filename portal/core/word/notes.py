"""What a clean-up left out, in words."""

from typing import Final

from django.utils.translation import ngettext

NOTES: Final = (
    "comments",
    "deletions",
    "hidden",
    "letterhead",
    "merged_cells",
    "footnotes",
    "metafile",
    "format",
    "broken",
    "size",
    "tiny",
    "outside",
)


def sentence(key: str, count: int) -> str:
    """One sentence for the person who uploaded or pasted."""
    values = {"count": count}
    return {
        "comments": ngettext(
            "Đã bỏ %(count)d nhận xét của người góp ý.",
            "Đã bỏ %(count)d nhận xét của người góp ý.",
            count,
        ),
        "deletions": ngettext(
            "Đã bỏ %(count)d đoạn chữ được đánh dấu xóa (theo dõi thay đổi).",
            "Đã bỏ %(count)d đoạn chữ được đánh dấu xóa (theo dõi thay đổi).",
            count,
        ),
        "hidden": ngettext("Đã bỏ %(count)d đoạn chữ ẩn.", "Đã bỏ %(count)d đoạn chữ ẩn.", count),
        "letterhead": ngettext(
            "Đã bỏ phần Quốc hiệu, Tiêu ngữ ở đầu văn bản.",
            "Đã bỏ phần Quốc hiệu, Tiêu ngữ ở đầu văn bản.",
            count,
        ),
        "merged_cells": ngettext(
            "%(count)d ô gộp trong bảng đã được tách: hãy xem lại bảng.",
            "%(count)d ô gộp trong bảng đã được tách: hãy xem lại bảng.",
            count,
        ),
        "footnotes": ngettext(
            "%(count)d chú thích cuối trang được đưa xuống cuối bài.",
            "%(count)d chú thích cuối trang được đưa xuống cuối bài.",
            count,
        ),
        "metafile": ngettext(
            "Đã bỏ %(count)d hình vẽ EMF/WMF mà trình duyệt không hiển thị được; nếu cần, hãy chụp lại "
            "thành ảnh PNG rồi chèn vào tin.",
            "Đã bỏ %(count)d hình vẽ EMF/WMF mà trình duyệt không hiển thị được; nếu cần, hãy chụp lại "
            "thành ảnh PNG rồi chèn vào tin.",
            count,
        ),
        "format": ngettext(
            "Đã bỏ %(count)d ảnh không thuộc dạng JPEG, PNG, GIF hoặc WebP.",
            "Đã bỏ %(count)d ảnh không thuộc dạng JPEG, PNG, GIF hoặc WebP.",
            count,
        ),
        "broken": ngettext("Đã bỏ %(count)d ảnh bị hỏng.", "Đã bỏ %(count)d ảnh bị hỏng.", count),
        "size": ngettext(
            "Đã bỏ %(count)d ảnh quá lớn (trên 10 MB, trên 25 triệu điểm ảnh, hoặc cả tệp trên 40 MB ảnh).",
            "Đã bỏ %(count)d ảnh quá lớn (trên 10 MB, trên 25 triệu điểm ảnh, hoặc cả tệp trên 40 MB ảnh).",
            count,
        ),
        "tiny": ngettext(
            "Đã bỏ %(count)d hình trang trí rất nhỏ.",
            "Đã bỏ %(count)d hình trang trí rất nhỏ.",
            count,
        ),
        "outside": ngettext(
            "Đã bỏ %(count)d ảnh nằm ngoài tệp (ảnh liên kết).",
            "Đã bỏ %(count)d ảnh nằm ngoài tệp (ảnh liên kết).",
            count,
        ),
    }[key] % values
