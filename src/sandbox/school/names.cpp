// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/school/names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace lectern::sandbox::school {

namespace {

using Words = std::array<std::string_view, 14>;

struct Origin
{
    Words given;
    Words family;
};

// clang-format off
constexpr std::array<Origin, 14> origins = {{
    {{"Camille", "Éloïse", "Mathis", "Zoé", "Théo", "Inès", "Hugo", "Maëlle", "Raphaël", "Clémence", "Gaël", "Noémie", "Baptiste", "Anaïs"},
     {"Lefèvre", "Moreau", "Garnier", "Rousseau", "Chevalier", "Dubois", "Perrin", "Gauthier", "Lemaître", "Renaud", "Marchand", "Vidal", "Bérenger", "Caron"}},
    {{"Amina", "Yacine", "Nour", "Karim", "Salma", "Bilal", "Leïla", "Samir", "Imane", "Rayan", "Yasmine", "Adam", "Hana", "Idriss"},
     {"Benali", "Haddad", "Mansouri", "Cherif", "Belkacem", "Amrani", "Ziani", "Bouzid", "Khelifi", "Saïdi", "Toumi", "Rahmani", "Meziane", "Idrissi"}},
    {{"Lea", "Jonas", "Mia", "Felix", "Hannah", "Lukas", "Jürgen", "Greta", "Moritz", "Käthe", "Emil", "Frieda", "Sören", "Clara"},
     {"Brandt", "Weber", "Schäfer", "Vogel", "Krüger", "Lindner", "Hoffmann", "Böhm", "Albrecht", "Jäger", "Winkler", "Scholz", "Kühn", "Seidel"}},
    {{"Diego", "Lucía", "Álvaro", "Carmen", "Íñigo", "Sofía", "Martín", "Paula", "Andrés", "Inés", "Nicolás", "Elena", "Javier", "Rocío"},
     {"Castaño Ruiz", "Navarro", "Muñoz", "Ortega Gil", "Peña", "Ibáñez", "Serrano", "Vázquez Mora", "Domínguez", "Rey", "Cordero", "Núñez", "Lozano", "Prieto Sanz"}},
    {{"Wei", "Lin", "Jia", "Ming", "Xinyi", "Hao", "Yan", "Zihan", "Mei", "Jun", "Rui", "Yuxuan", "Tao", "Siyu"},
     {"Chen", "Zhang", "Liu", "Huang", "Zhou", "Wu", "Xu", "Sun", "Ma", "Zhu", "Guo", "Lin", "He", "Gao"}},
    {{"Nnamdi", "Adaeze", "Chidi", "Ngozi", "Tunde", "Amara", "Kelechi", "Ifeoma", "Femi", "Zainab", "Emeka", "Simi", "Obinna", "Yewande"},
     {"Eze", "Adeyemi", "Okonkwo", "Balogun", "Nwosu", "Afolabi", "Obi", "Lawal", "Uche", "Bello", "Ojo", "Danjuma", "Ibekwe", "Ogunleye"}},
    {{"Zofia", "Jakub", "Maja", "Antoni", "Agnieszka", "Szymon", "Hanna", "Michał", "Łucja", "Kacper", "Ola", "Bartosz", "Iga", "Paweł"},
     {"Nowak", "Kowalczyk", "Wójcik", "Zieliński", "Wiśniewska", "Mazur", "Dąbrowski", "Król", "Pawlak", "Sikora", "Górski", "Wrona", "Jabłońska", "Lis"}},
    {{"Giulia", "Matteo", "Chiara", "Lorenzo", "Aurora", "Niccolò", "Elisa", "Davide", "Ginevra", "Pietro", "Noemi", "Riccardo", "Marta", "Samuele"},
     {"Ricci", "Colombo", "Fontana", "De Luca", "Moretti", "Barbieri", "Galli", "Santoro", "Marini", "Conti", "Greco", "Rinaldi", "Testa", "D'Amico"}},
    {{"Aoife", "Ciarán", "Niamh", "Oisín", "Róisín", "Eoin", "Saoirse", "Declan", "Orla", "Fionn", "Gráinne", "Conor", "Maeve", "Tadhg"},
     {"Byrne", "O'Sullivan", "Kearney", "Doyle", "Ní Bhriain", "Gallagher", "Nolan", "Flynn", "Kavanagh", "Daly", "Sheehan", "Brady", "Quinn", "Foley"}},
    {{"Elif", "Mehmet", "Zeynep", "Emre", "Ayşe", "Kerem", "Defne", "Burak", "Selin", "Çağla", "Ömer", "Ece", "Barış", "Nehir"},
     {"Yılmaz", "Demir", "Şahin", "Kaya", "Çelik", "Aydın", "Öztürk", "Arslan", "Doğan", "Kılıç", "Koç", "Polat", "Güneş", "Erdem"}},
    {{"Eleni", "Nikos", "Katerina", "Giorgos", "Ioanna", "Dimitris", "Sofia", "Yannis", "Despina", "Kostas", "Maria", "Petros", "Thalia", "Aris"},
     {"Papadaki", "Nikolaou", "Georgiou", "Vlachos", "Ioannou", "Kosta", "Dimou", "Samaras", "Lekka", "Petridis", "Xenaki", "Manos", "Rallis", "Zervas"}},
    {{"Astrid", "Lars", "Freja", "Bjørn", "Signe", "Mikkel", "Liv", "Søren", "Åsa", "Håkon", "Tuva", "Nils", "Ebba", "Jørgen"},
     {"Solheim", "Lindqvist", "Østergaard", "Nygård", "Bergström", "Dahl", "Holm", "Kjær", "Ström", "Aas", "Lund", "Sjöberg", "Moen", "Friis"}},
    {{"Oksana", "Taras", "Daryna", "Bohdan", "Sofiia", "Andrii", "Yeva", "Maksym", "Olena", "Danylo", "Kateryna", "Nazar", "Solomiia", "Ivan"},
     {"Kovalenko", "Bondar", "Shevchuk", "Melnyk", "Tkachenko", "Savchenko", "Lysenko", "Marchenko", "Rudenko", "Kravets", "Hnatiuk", "Moroz", "Pavlenko", "Sydorenko"}},
    {{"Beatriz", "João", "Mariana", "Tomás", "Inês", "Gonçalo", "Leonor", "Duarte", "Catarina", "Afonso", "Margarida", "Simão", "Joana", "Vasco"},
     {"Almeida", "Gonçalves", "Conceição", "Teixeira", "Magalhães", "Figueiredo", "Antunes", "Simões", "Guimarães", "Leitão", "Esteves", "Brandão", "Cunha", "Araújo"}},
}};

/// What a marked letter is without its mark.
constexpr auto plain = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"á","a"},{"à","a"},{"â","a"},{"ä","a"},{"ã","a"},{"å","a"},{"ą","a"},{"æ","ae"},{"ç","c"},{"ć","c"},
    {"é","e"},{"è","e"},{"ê","e"},{"ë","e"},{"ę","e"},{"ğ","g"},{"í","i"},{"ì","i"},{"î","i"},{"ï","i"},{"ı","i"},
    {"ł","l"},{"ñ","n"},{"ń","n"},{"ó","o"},{"ò","o"},{"ô","o"},{"ö","o"},{"õ","o"},{"ø","o"},{"ş","s"},{"ś","s"},
    {"ß","ss"},{"ú","u"},{"ù","u"},{"û","u"},{"ü","u"},{"ź","z"},{"ż","z"},
    {"Á","A"},{"Å","A"},{"Ç","C"},{"É","E"},{"Í","I"},{"Ł","L"},{"Ö","O"},{"Ø","O"},{"Ş","S"},{"Ü","U"},
});
// clang-format on

std::string_view withoutMark(std::string_view letter)
{
    const auto *found =
        std::ranges::find(plain, letter, &std::pair<std::string_view, std::string_view>::first);
    return found == plain.end() ? std::string_view() : found->second;
}

std::string mailWord(std::string_view text)
{
    std::string word;
    for (const char c : withoutMarks(text))
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    return word;
}

} // namespace

Name anyName(Dice &dice)
{
    const Origin &origin = origins[dice.roll(origins.size())];
    // Named first: the order in which a call's arguments are worked out is the compiler's own business.
    const std::string_view given = origin.given[dice.roll(origin.given.size())];
    const std::string_view family = origin.family[dice.roll(origin.family.size())];
    return {std::string(given), std::string(family)};
}

std::string mailbox(const Name &name)
{
    return mailWord(name.given).substr(0, 1) + "." + mailWord(name.family);
}

std::string withoutMarks(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
        const std::size_t size = ascii ? 1 : 2;
        result += ascii ? text.substr(at, 1) : withoutMark(text.substr(at, size));
        at += size;
    }
    return result;
}

} // namespace lectern::sandbox::school
