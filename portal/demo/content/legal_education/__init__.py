"""Forty items of legal education, in every form, for the province and its units.

Explanations written for the sample; the laws are real and named by their real symbols.
"""

from portal.demo.content.legal_education.answers import ANSWERS
from portal.demo.content.legal_education.articles import ARTICLES
from portal.demo.content.legal_education.cases import CASES
from portal.demo.content.legal_education.leaflets import LEAFLETS
from portal.demo.content.legal_education.recorded import RECORDED

ITEMS = (*ANSWERS, *ARTICLES, *CASES, *LEAFLETS, *RECORDED)
# Title, text and field of law of this month.
THEME = (
    "Phòng ngừa lừa đảo qua mạng và điện thoại",
    "Cuối năm là dịp kẻ gian giả danh cơ quan nhà nước, ngân hàng, đơn vị giao hàng. Chuyên mục dành tháng "
    "này để giúp bà con nhận ra các thủ đoạn và biết phải làm gì.",
    "an-ninh-mang",
)

__all__ = ["ITEMS", "THEME"]
